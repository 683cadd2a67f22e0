import type { OrderedLog } from "@alliance-hub/platform/subgraph/ordered-log";

const NEW_KEY = `sha512(convert_to(concat(
    gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid()), 'UTF8'))`;

/** The two logs, as described for backups: they are numbered from one sequence. */
export const ORDERED_LOGS: OrderedLog = {
  settled: "select activities.settled_update_number()::text as settled",
  newest: `select greatest((select max(number) from activities.activity_update),
    (select max(number) from activities.notice))::text as newest`,
  forgetPositions: `with notices as (update activities.notice_log set seal_key = ${NEW_KEY})
    update activities.update_log set seal_key = ${NEW_KEY}`,
};
