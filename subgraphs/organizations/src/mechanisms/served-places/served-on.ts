import { type RawBuilder, type SqlBool, sql } from "kysely";

/** Condition that organisations of a kind serve the place of a row of `region` on a day (`YYYY-MM-DD`). */
export function servedOn(day: string, kind: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select from service_area join organization on organization.id = service_area.organization_id
    where service_area.region_code = region.code and organization.kind = ${kind}
      and service_area.starts_on <= ${day}::date and (service_area.ends_on is null or service_area.ends_on >= ${day}::date))`;
}
