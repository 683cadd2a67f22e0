import { runs } from "../../app/roles.ts";
import { type Viewer, unitsOf } from "../../app/viewer.ts";
import type { AgreementOfPageFragment } from "../../graph/generated/graphql.ts";

/** What a viewer can do with an agreement. The hub decides; this only leaves out buttons that it would refuse. */
export interface AgreementRights {
  /** The parties that the viewer acts for. */
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  /** Whether they may change, propose, withdraw and terminate it: as one of its parties, or as who runs the committee. */
  readonly canChange: boolean;
  /** The parties that they could sign for now. */
  readonly toSign: readonly { readonly id: string; readonly name: string }[];
}

export function rightsOf(
  viewer: Viewer | undefined,
  agreement: AgreementOfPageFragment,
): AgreementRights {
  const units = new Set(unitsOf(viewer).map(({ id }) => id));
  const own = agreement.parties.filter(
    ({ organization }) => organization && units.has(organization.id),
  );
  const named = (sides: typeof own) => sides.flatMap(({ organization }) => organization ?? []);
  return {
    parties: named(own),
    canChange: own.length > 0 || runs(viewer, agreement.committee),
    toSign:
      agreement.state === "PROPOSED" ? named(own.filter(({ signedAt }) => signedAt === null)) : [],
  };
}
