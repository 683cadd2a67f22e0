import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import * as fc from "fast-check";

/** Names out of which random viewers and records are made; few, so that they often meet. */
export interface Pools {
  readonly organizationIds: readonly string[];
  readonly committeeIds: readonly string[];
  readonly regionCodes: readonly string[];
}

/** Pools for rules that are tried without a database. */
export const LETTERS: Pools = {
  organizationIds: ["o1", "o2", "o3"],
  committeeIds: ["c1", "c2", "c3"],
  regionCodes: ["r1", "r2", "r3"],
};

/** A signed-in person who holds what is given and nothing else. */
export const person = (held: Partial<Viewer> = {}): Viewer => ({
  ...ANONYMOUS,
  kind: "PERSON",
  subject: "somebody",
  ...held,
});
export const operatorOf = (...operatorRegionCodes: string[]): Viewer =>
  person({ subject: "operator", operatorRegionCodes });
export const auditorOf = (...auditorRegionCodes: string[]): Viewer =>
  person({ subject: "auditor", auditorRegionCodes });
export const secretaryOf = (...runsCommitteeIds: string[]): Viewer =>
  person({ subject: "secretary", runsCommitteeIds });
export const liaisonOf = (...organizationIds: string[]): Viewer =>
  person({ subject: "liaison", organizationIds });
/** A partner system of a unit, with what its key permits, such as `organizations:read`. */
export const partnerOf = (organizationId: string, ...scopes: string[]): Viewer =>
  person({ kind: "PARTNER", subject: "partner", organizationIds: [organizationId], scopes });

const some = (values: readonly string[]) => fc.oneof(fc.constant([]), fc.subarray([...values]));

/** Random viewers: anonymous ones, persons and partners with any standing. */
export function viewers(pools: Pools): fc.Arbitrary<Viewer> {
  const standing = fc.record({
    kind: fc.constantFrom("PERSON", "PERSON", "PARTNER" as const),
    organizationIds: some(pools.organizationIds),
    runsCommitteeIds: some(pools.committeeIds),
    operatorRegionCodes: some(pools.regionCodes),
    auditorRegionCodes: some(pools.regionCodes),
    // As the gateway has them, and as a subgraph does.
    scopes: fc.subarray(["organizations:read", "organizations:write", "read", "write"]),
  });
  return fc.oneof(fc.constant(ANONYMOUS), standing.map(person));
}

/** Random places: a path through two of the regions. */
export function paths(pools: Pools): fc.Arbitrary<(string | null)[]> {
  const code = fc.constantFrom(...pools.regionCodes);
  return fc
    .tuple(code, code)
    .map(([district, street]) => [null, null, district, street, null, null]);
}
