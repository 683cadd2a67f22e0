import { type Kysely, sql } from "kysely";

/**
 * Whether a resource is shared with a unit: whoever acts for it sees the resource and may book it. The function
 * `is_shared_with` of the database says so by the rule of sharing, for waiting lists and rooms of activities, too.
 */
export async function isSharedWith<DB>(
  rows: Kysely<DB>,
  resourceId: string,
  { organizationId, now }: { readonly organizationId: string; readonly now: Date },
): Promise<boolean> {
  const { rows: found } = await sql<{ isShared: boolean }>`
    select is_shared_with(resource, ${organizationId}, ${now}) as is_shared
    from resource where id = ${resourceId}`.execute(rows);
  return found[0]?.isShared ?? false;
}
