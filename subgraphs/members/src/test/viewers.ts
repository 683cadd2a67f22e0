import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import * as fc from "fast-check";

/** Names out of which random viewers and records are made; few, so that they often meet. */
export interface Pools {
  readonly organizationIds: readonly string[];
  readonly committeeIds: readonly string[];
  readonly regionCodes: readonly string[];
  readonly allianceCodes: readonly string[];
  readonly subjects: readonly string[];
}

/** Pools for rules that are tried without a database. */
export const LETTERS: Pools = {
  organizationIds: ["o1", "o2", "o3"],
  committeeIds: ["c1", "c2", "c3"],
  regionCodes: ["r1", "r2", "r3"],
  allianceCodes: ["a1", "a2"],
  subjects: ["s1", "s2"],
};

const some = (values: readonly string[]) => fc.oneof(fc.constant([]), fc.subarray([...values]));

/** Random viewers: anonymous ones, persons and partners with any standing. */
export function viewers(pools: Pools): fc.Arbitrary<Viewer> {
  const standing = fc.record({
    kind: fc.constantFrom("PERSON", "PERSON", "PARTNER" as const),
    subject: fc.constantFrom(...pools.subjects),
    organizationIds: some(pools.organizationIds),
    allianceCodes: some(pools.allianceCodes),
    committeeIds: some(pools.committeeIds),
    runsCommitteeIds: some(pools.committeeIds),
    deputyCommitteeIds: some(pools.committeeIds),
    operatorRegionCodes: some(pools.regionCodes),
    auditorRegionCodes: some(pools.regionCodes),
    // As the gateway has them, and as a subgraph does.
    scopes: fc.subarray(["members:read", "members:write", "read", "write"]),
  });
  return fc.oneof(
    fc.constant(ANONYMOUS),
    standing.map((held): Viewer => ({ ...ANONYMOUS, ...held })),
  );
}

/** Random places: a path through two of the regions. */
export function paths(pools: Pools): fc.Arbitrary<(string | null)[]> {
  const code = fc.constantFrom(...pools.regionCodes);
  return fc
    .tuple(code, code)
    .map(([district, street]) => [null, null, district, street, null, null]);
}
