import type pg from "pg";
import { OWNER, type WorldRecord } from "./records.ts";

/** Somebody who asks: a person by subject, a partner system by unit and scopes, or nobody. */
export type Asker =
  | { readonly subject: string }
  | { readonly organizationId: string; readonly scopes: readonly string[] }
  | undefined;

/** What the records say about an asker, computed here a second time, from the tables alone. */
interface Known {
  readonly units: ReadonlySet<string>;
  readonly alliances: ReadonlySet<string>;
  readonly reads: ReadonlySet<string>;
  readonly runs: ReadonlySet<string>;
  readonly scopes: ReadonlySet<string> | "all";
}

const NOBODY: Known = {
  units: new Set(),
  alliances: new Set(),
  reads: new Set(),
  runs: new Set(),
  scopes: "all",
};

/** Whether an asker may see a record. */
export type MaySee = (record: WorldRecord) => boolean;

/**
 * A second implementation of the rule of sharing, different from the hub's: with sets in memory instead of
 * conditions. Both must give the same results.
 */
export async function sharingModel(
  admin: pg.Client,
  asker: Asker,
  records: readonly WorldRecord[],
): Promise<MaySee> {
  const known = await lookUp(admin, asker);
  const byId = new Map(records.map((record) => [record.id, record]));
  const isIn = (subgraph: string): boolean =>
    known.scopes === "all" || known.scopes.has(`${subgraph}:read`);
  const maySee: MaySee = (record) => {
    const viewer = isIn(OWNER[record.noun]) ? known : NOBODY;
    const isNamed = record.named.some((unit) => viewer.units.has(unit));
    if (record.noun === "booking") {
      const resource = byId.get(record.references["resource"] ?? "");
      const isSignedIn = asker !== undefined && viewer !== NOBODY;
      return isNamed || (isSignedIn && resource !== undefined && maySee(resource));
    }
    if (record.noun === "bookingSeries") {
      return records.some(
        ({ references, committeeId, named }) =>
          references["series"] === record.id &&
          ((committeeId !== null && viewer.runs.has(committeeId)) ||
            named.some((unit) => viewer.units.has(unit))),
      );
    }
    if (record.noun === "blocking") {
      const resource = byId.get(record.references["resource"] ?? "");
      return resource !== undefined && maySee(resource);
    }
    if (isNamed) return true;
    if (record.noun === "waitingEntry") return false;
    const isRun = record.committeeId !== null && viewer.runs.has(record.committeeId);
    if (record.isDraft) return record.noun === "agreement" && isRun;
    if (isRun) return true;
    switch (record.audience) {
      case "PUBLIC":
        return true;
      case "ALLIANCE":
        return viewer.alliances.has(record.allianceCode);
      case "COMMITTEE":
        return record.committeeId !== null && viewer.reads.has(record.committeeId);
      default:
        return false;
    }
  };
  return maySee;
}

async function lookUp(admin: pg.Client, asker: Asker): Promise<Known> {
  if (asker === undefined) return NOBODY;
  const all = async <T>(text: string, ...values: unknown[]): Promise<T[]> =>
    (await admin.query(text, values)).rows as T[];
  const committees = await all<{ id: string; base: string; above: string[]; alliance: string }>(
    "select id, organization_id as base, ancestor_ids as above, alliance_code as alliance from organizations.committee",
  );
  const units = new Set<string>();
  const seats = new Set<string>();
  const led = new Set<string>();
  const alliances = new Set<string>();
  if ("subject" in asker) {
    const held = await all<{ committee: string; role: string }>(
      `select seat.committee_id as committee, role from members.seat join members.term on term.id = term_id
       where subject = $1 and until is null and current_date between starts_on and ends_on`,
      asker.subject,
    );
    for (const { committee, role } of held) {
      seats.add(committee);
      if (role === "SECRETARY") led.add(committee);
    }
    const liaisons = await all<{ unit: string }>(
      "select organization_id as unit from members.liaison where subject = $1 and ended_at is null",
      asker.subject,
    );
    for (const { unit } of liaisons) units.add(unit);
    for (const { id, base } of committees) if (led.has(id)) units.add(base);
    const appointed = await all<{ alliance: string }>(
      `select alliance_code as alliance from members.appointment join organizations.region on code = region_code
       where subject = $1 and ended_at is null and alliance_code is not null`,
      asker.subject,
    );
    for (const { alliance } of appointed) alliances.add(alliance);
  } else units.add(asker.organizationId);

  const runs = new Set<string>(
    committees
      .filter(({ id, above }) => led.has(id) || above.some((upper) => led.has(upper)))
      .map(({ id }) => id),
  );
  const memberships = await all<{ committee: string }>(
    "select committee_id as committee from members.membership where organization_id = any($1) and left_on is null",
    [...units],
  );
  const reads = new Set<string>([
    ...memberships.map(({ committee }) => committee),
    ...seats,
    ...runs,
  ]);
  for (const { id, base } of committees) if (units.has(base)) reads.add(id);
  for (const { id, alliance } of committees)
    if (seats.has(id) || runs.has(id)) alliances.add(alliance);
  const homes = await all<{ alliance: string }>(
    "select alliance_code as alliance from organizations.organization where id = any($1)",
    [...units],
  );
  for (const { alliance } of homes) alliances.add(alliance);
  return {
    units,
    alliances,
    reads,
    runs,
    scopes: "scopes" in asker ? new Set(asker.scopes) : "all",
  };
}
