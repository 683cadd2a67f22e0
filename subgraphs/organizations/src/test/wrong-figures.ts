import type { Client } from "pg";

/** Figures whose sums differ from what the records say, in all schemas. */
export async function wrongFigures(admin: Client): Promise<unknown[]> {
  const found = [];
  for (const [schema, counted] of Object.entries(COUNTED)) {
    await admin.query(`set search_path = ${schema}, public`);
    const { rows } = await admin.query(
      `select coalesce(kept.place, counted.place) as place, coalesce(kept.figure, counted.figure) as figure, kept.amount as kept, counted.amount as counted
       from (select place, figure, day, sum(amount) as amount from (
               select place, figure, day, amount from ${schema}.figure_count
               union all select place, figure, day, amount from ${schema}.figure_change cross join unnest(region_path) as place where place is not null
             ) as noted group by 1, 2, 3 having sum(amount) <> 0) as kept
       full join (select place, figure, day, sum(amount) as amount from (${counted}) as record cross join unnest(region_path) as place
                  where place is not null group by 1, 2, 3 having sum(amount) <> 0) as counted using (place, figure, day)
       where kept.amount is distinct from counted.amount`,
    );
    found.push(...rows);
  }
  await admin.query("reset search_path");
  return found;
}

const unitDays = (figure: string, table: string, days: string) => `
  select array[place] as region_path, '${figure}' as figure, day, amount::bigint from (
    select place, unnest(range_agg(${days})) as days from ${table} cross join unnest(region_path) as place
    where place is not null group by place, organization_id
  ) as spell cross join lateral (values (lower(days), 1), (upper(days), -1)) as step (day, amount) where day is not null`;

const COUNTED = {
  members: `
    select region_path, counted.* from members.team cross join members.team_figures(formed_on) as counted
    union all select region_path, counted.* from members.registration
      cross join members.registration_figures(state, headcount, accepted_at, ended_at, headcounts) as counted
    union all ${unitDays("memberUnits", "members.membership", "daterange(joined_on, left_on)")}
    union all ${unitDays(
      "registeredUnits",
      "members.registration",
      "case when state in ('ACCEPTED', 'ENDED') then daterange(members.day_of(accepted_at), members.day_of(ended_at)) end",
    )}`,
  resources: `
    select region_path, counted.* from resources.resource cross join resources.resource_figures(kind, audience, published_at, withdrawn_at) as counted
    union all select region_path, counted.* from resources.need cross join resources.need_figures(audience, published_at) as counted
    union all select region_path, counted.* from resources.agreement cross join resources.agreement_figures(audience, activated_at) as counted`,
  activities: `
    select region_path, counted.* from activities.activity cross join activities.activity_figures(kind, state, audience, starts_at, attendance) as counted
    union all select region_path, counted.* from activities.issue cross join activities.issue_figures(state, audience, raised_at) as counted`,
};
