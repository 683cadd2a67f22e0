import { randomUUID } from "node:crypto";
import type { Client } from "pg";

export const DISTRICT = "445202";
export const STREET = "445202001";
/** Code, path and alliance of the street, as columns have them. */
export const PLACE = [STREET, [null, null, DISTRICT, STREET, null, null], DISTRICT];

/** A street's committee, as the directory knows it. */
export interface StreetCommittee {
  readonly committeeId: string;
  /** The organisation it stands on, three member units, and one that belongs to no committee. */
  readonly units: Readonly<Record<"base" | "a" | "b" | "c" | "stranger", string>>;
}

/**
 * Enters a street's committee with its units into the tables of `organizations` and `members`, which
 * a test of another subgraph has migrated but does not run.
 */
export async function enterStreetCommittee(admin: Client): Promise<StreetCommittee> {
  await admin.query(
    `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
     values ($1, '区', 'DISTRICT', array[null, null, $1, null, null, null], $1, now(), now()),
            ($2, '街道', 'STREET', array[null, null, $1, $2, null, null], $1, now(), now())`,
    [DISTRICT, STREET],
  );
  const units = {
    base: randomUUID(),
    a: randomUUID(),
    b: randomUUID(),
    c: randomUUID(),
    stranger: randomUUID(),
  };
  for (const [name, id] of Object.entries(units)) {
    await admin.query(
      `insert into organizations.organization (id, created_at, updated_at, name, kind, region_code, region_path, alliance_code, search_key, search_grams)
       values ($1, now(), now(), $2, 'PARTY_ORGANIZATION', $3, $4, $5, '', '{}')`,
      [id, name, ...PLACE],
    );
  }
  const { base, a, b, c } = units;
  const committeeId = await enterCommittee(admin, { code: STREET, base, members: [a, b, c] });
  return { committeeId, units };
}

/** Enters the committee of a street of the district, and the street where it is not there yet. @returns its id. */
export async function enterCommittee(
  admin: Client,
  {
    code,
    base,
    members,
  }: { readonly code: string; readonly base: string; readonly members: readonly string[] },
): Promise<string> {
  const place = [code, [null, null, DISTRICT, code, null, null], DISTRICT];
  await admin.query(
    `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
     values ($1, '街道', 'STREET', $2, $3, now(), now()) on conflict do nothing`,
    place,
  );
  const committeeId = randomUUID();
  await admin.query(
    `insert into organizations.committee (id, created_at, updated_at, name, level, organization_id, ancestor_ids, established_on, region_code, region_path, alliance_code)
     values ($1, now(), now(), '大工委', 'STREET', $2, '{}', '2022-01-01', $3, $4, $5)`,
    [committeeId, base, ...place],
  );
  for (const id of members) {
    await admin.query(
      `insert into members.membership (id, created_at, updated_at, committee_id, organization_id, joined_on, region_code, region_path, alliance_code)
       values ($1, now(), now(), $2, $3, '2022-01-01', $4, $5, $6)`,
      [randomUUID(), committeeId, id, ...place],
    );
  }
  return committeeId;
}
