import type { Client } from "pg";

/** Where an id still stands: the columns of all tables that hold it, with how many rows. */
export async function wherever(admin: Client, id: string): Promise<Record<string, number>> {
  const { rows: columns } = await admin.query<{ place: string; column: string; type: string }>(
    `select format('%I.%I', table_schema, table_name) as place, column_name as column, udt_name as type
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and table_schema in ('organizations', 'members', 'resources', 'activities', 'gateway')
       and udt_name in ('uuid', '_uuid', 'text', 'jsonb')`,
  );
  const found: Record<string, number> = {};
  for (const { place, column, type } of columns) {
    const holds =
      type === "_uuid" ? `$1::uuid = any("${column}")` : `"${column}"::text like '%' || $1 || '%'`;
    const { rows } = await admin.query(
      `select count(*)::int as count from ${place} where ${holds}`,
      [id],
    );
    if (rows[0].count > 0) found[`${place}.${column}`] = rows[0].count;
  }
  return found;
}
