import { type Kysely, sql } from "kysely";
import type { DirectoryTables } from "./directory.ts";
import { shanghaiDay } from "../scalars/shanghai-day.ts";
import type { Role, ViewerRole } from "@alliance-hub/sharing/viewer";

/** What the records say about a person or a partner: everything in a `Viewer` except the subject. */
export interface Standing {
  readonly organizationId: string | null;
  readonly organizationIds: string[];
  readonly allianceCodes: string[];
  readonly committeeIds: string[];
  readonly seatCommitteeIds: string[];
  readonly runsCommitteeIds: string[];
  readonly belowOrganizationIds: string[];
  readonly deputyCommitteeIds: string[];
  readonly operatorRegionCodes: string[];
  readonly auditorRegionCodes: string[];
  readonly roles: ViewerRole[];
}

/**
 * Reads a standing in one statement: liaisons, seats and handovers that are valid today, appointments, and from
 * them the committees that may be read and run. A secretary also acts for the organisation that the committee
 * belongs to, like its liaison, and so does a deputy while the committee is handed over. Secretaries of committees
 * above it do not, nor do deputy secretaries otherwise.
 *
 * @param of the sign-in of a subject, or the organisation of a partner.
 * @param today the day (`YYYY-MM-DD`, Asia/Shanghai) on which seats and handovers must be valid; seats are valid to
 * the last day of their term. Default: the day of the system's clock.
 */
export async function readStanding(
  rows: Kysely<DirectoryTables>,
  of: { readonly subject: string } | { readonly organizationId: string },
  today: string = shanghaiDay(new Date()),
): Promise<Standing> {
  const subject = "subject" in of ? of.subject : null;
  const partnerOf = "organizationId" in of ? of.organizationId : null;
  const found = await sql<Found>`
    with seat as (
      select * from directory.seat
      where subject = ${subject} and first_day <= ${today}::date and last_day >= ${today}::date
    ),
    handover as (
      select * from directory.handover
      where subject = ${subject} and first_day <= ${today}::date and last_day >= ${today}::date
    ),
    led as (
      select committee_id, true as is_own from seat where role = 'SECRETARY'
      union all select committee_id, false from handover
    ),
    liaison as (
      select organization_id from directory.liaison where subject = ${subject}
      union select ${partnerOf}::uuid where ${partnerOf}::uuid is not null
    ),
    unit as (
      select organization_id, true as is_liaison from liaison
      union select organization_id, false from directory.committee
        where id in (select committee_id from led)
          and organization_id not in (select organization_id from liaison)
    ),
    appointment as (select * from directory.appointment where subject = ${subject}),
    run as (
      select id, organization_id, alliance_code, id in (select committee_id from led where is_own)
          or ancestor_ids && array(select committee_id from led where is_own) as is_own
      from directory.committee
      where id in (select committee_id from led) or ancestor_ids && array(select committee_id from led)
    ),
    reads as (
      select committee_id as id from directory.membership where organization_id in (select organization_id from unit)
        and (last_day is null or last_day >= ${today}::date)
      union select id from directory.committee where organization_id in (select organization_id from unit)
      union select committee_id from seat
      union select id from run
    )
    select
      array(select organization_id::text from unit order by is_liaison desc, organization_id) as organization_ids,
      array(select id::text from reads order by 1) as committee_ids,
      array(select id::text from run order by 1) as runs_committee_ids,
      array(select distinct organization_id::text from run
        where organization_id not in (select organization_id from unit) order by 1) as below_organization_ids,
      array(select id::text from run where not is_own and id in (select committee_id from handover) order by 1)
        as deputy_committee_ids,
      array(
        select alliance_code from directory.organization where id in (select organization_id from unit)
        union select alliance_code from directory.committee where id in (select committee_id from seat)
        union select alliance_code from run
        union select r.alliance_code from appointment a join directory.region r on r.code = a.region_code
          where r.alliance_code is not null
      ) as alliance_codes,
      coalesce((select jsonb_agg(jsonb_build_object('committeeId', s.committee_id, 'organizationId', s.organization_id,
        'role', s.role, 'regionCode', c.region_code) order by s.committee_id)
        from seat s join directory.committee c on c.id = s.committee_id), '[]') as seats,
      coalesce((select jsonb_agg(jsonb_build_object('committeeId', h.committee_id, 'organizationId', h.organization_id,
        'regionCode', c.region_code) order by h.committee_id)
        from handover h join directory.committee c on c.id = h.committee_id), '[]') as handovers,
      coalesce((select jsonb_agg(jsonb_build_object('role', role, 'regionCode', region_code) order by role, region_code)
        from appointment), '[]') as appointments,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'regionCode', o.region_code) order by o.id)
        from directory.organization o where o.id in (select organization_id from liaison)), '[]') as liaisons`.execute(
    rows,
  );
  const row = found.rows[0];
  if (!row) throw new Error("The directory gave no standing");
  return standingOf(row);
}

interface Found {
  organizationIds: string[];
  committeeIds: string[];
  runsCommitteeIds: string[];
  belowOrganizationIds: string[];
  deputyCommitteeIds: string[];
  allianceCodes: string[];
  seats: { committeeId: string; organizationId: string; role: string; regionCode: string }[];
  handovers: { committeeId: string; organizationId: string; regionCode: string }[];
  appointments: { role: "AUDITOR" | "OPERATOR"; regionCode: string }[];
  liaisons: { id: string; regionCode: string }[];
}

function standingOf(found: Found): Standing {
  const roles: ViewerRole[] = [
    ...found.liaisons.map((unit) =>
      role("LIAISON", { organizationId: unit.id, regionCode: unit.regionCode }),
    ),
    ...found.seats.map((seat) =>
      role(seat.role === "SECRETARY" ? "SECRETARY" : "MEMBER", {
        committeeId: seat.committeeId,
        regionCode: seat.regionCode,
        organizationId: seat.organizationId,
      }),
    ),
    ...found.handovers.map((handover) => role("DEPUTY", handover)),
    ...found.appointments.map((appointment) =>
      role(appointment.role, { regionCode: appointment.regionCode }),
    ),
  ];
  const regionsOf = (wanted: string): string[] =>
    found.appointments
      .filter((appointment) => appointment.role === wanted)
      .map((appointment) => appointment.regionCode);
  return {
    organizationId: found.organizationIds[0] ?? found.seats[0]?.organizationId ?? null,
    organizationIds: found.organizationIds,
    allianceCodes: found.allianceCodes,
    committeeIds: found.committeeIds,
    seatCommitteeIds: found.seats.map((seat) => seat.committeeId),
    runsCommitteeIds: found.runsCommitteeIds,
    belowOrganizationIds: found.belowOrganizationIds,
    deputyCommitteeIds: found.deputyCommitteeIds,
    operatorRegionCodes: regionsOf("OPERATOR"),
    auditorRegionCodes: regionsOf("AUDITOR"),
    roles,
  };
}

function role(name: Role, of: Partial<ViewerRole>): ViewerRole {
  return { role: name, committeeId: null, regionCode: null, organizationId: null, ...of };
}
