import type pg from "pg";

/** A record as its table has it: days as `YYYY-MM-DD`, instants as RFC 3339. */
export type Stored = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Everything of one place that can call for a task. */
export interface Records {
  readonly organization: readonly Stored[];
  readonly committee: readonly Stored[];
  readonly membership: readonly Stored[];
  readonly liaison: readonly Stored[];
  readonly term: readonly Stored[];
  readonly seat: readonly Stored[];
  readonly registration: readonly Stored[];
  readonly application: readonly Stored[];
  readonly resource: readonly Stored[];
  readonly booking: readonly Stored[];
  readonly booking_series: readonly Stored[];
  readonly waiting_entry: readonly Stored[];
  readonly agreement: readonly Stored[];
  readonly agreement_party: readonly Stored[];
  readonly commitment: readonly Stored[];
  readonly collection_round: readonly Stored[];
  readonly need: readonly Stored[];
  readonly issue: readonly Stored[];
  readonly activity: readonly Stored[];
  readonly participant: readonly Stored[];
}

/** Where each table is, and which of its rows belong to an alliance ($1). */
const TABLES: Readonly<Record<keyof Records, readonly [schema: string, condition: string]>> = {
  organization: ["organizations", "alliance_code = $1"],
  committee: ["organizations", "alliance_code = $1"],
  membership: ["members", "alliance_code = $1"],
  liaison: ["members", "alliance_code = $1"],
  term: [
    "members",
    "committee_id in (select id from organizations.committee where alliance_code = $1)",
  ],
  seat: ["members", "alliance_code = $1"],
  registration: ["members", "alliance_code = $1"],
  application: ["members", "alliance_code = $1"],
  resource: ["resources", "alliance_code = $1"],
  booking: [
    "resources",
    "resource_id in (select id from resources.resource where alliance_code = $1)",
  ],
  booking_series: [
    "resources",
    "resource_id in (select id from resources.resource where alliance_code = $1)",
  ],
  waiting_entry: [
    "resources",
    "resource_id in (select id from resources.resource where alliance_code = $1)",
  ],
  agreement: ["resources", "alliance_code = $1"],
  agreement_party: [
    "resources",
    "agreement_id in (select id from resources.agreement where alliance_code = $1)",
  ],
  commitment: [
    "resources",
    "agreement_id in (select id from resources.agreement where alliance_code = $1)",
  ],
  collection_round: ["resources", "alliance_code = $1"],
  need: ["resources", "alliance_code = $1"],
  issue: ["activities", "alliance_code = $1"],
  activity: ["activities", "alliance_code = $1"],
  participant: [
    "activities",
    "activity_id in (select id from activities.activity where alliance_code = $1)",
  ],
};

/** Of tables without an id: in which order their rows are. */
const ORDERS: Readonly<Record<string, string>> = {
  agreement_party: "agreement_id, position",
  participant: "activity_id, organization_id",
};

const ALL = `select ${Object.entries(TABLES)
  .map(
    ([table, [schema, condition]]) =>
      `(select coalesce(jsonb_agg(to_jsonb(${table}) order by ${ORDERS[table] ?? "id"}), '[]')
        from ${schema}.${table} where ${condition}) as ${table}`,
  )
  .join(", ")}`;

/** Reads what the tables of all subgraphs have about an alliance. */
export async function readRecords(admin: pg.Client, allianceCode: string): Promise<Records> {
  const { rows } = await admin.query<{ -readonly [Table in keyof Records]: Stored[] }>(ALL, [
    allianceCode,
  ]);
  const [records] = rows;
  if (!records) throw new Error("The tables gave nothing");
  return records;
}
