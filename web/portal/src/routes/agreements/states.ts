import type { Tone } from "../../components/state-mark.tsx";
import type { AgreementState } from "../../graph/generated/graphql.ts";

export const AGREEMENT_TONES: Readonly<Record<AgreementState, Tone>> = {
  DRAFT: "muted",
  PROPOSED: "wait",
  ACTIVE: "good",
  EXPIRED: "muted",
  TERMINATED: "bad",
};

interface Signed {
  readonly parties: readonly {
    readonly signedAt: string | null;
    readonly organization: { readonly id: string } | null;
  }[];
}

/** Whether a unit has signed an agreement; undefined where it is no party. */
export function isSignedBy({ parties }: Signed, unit: string): boolean | undefined {
  const party = parties.find(({ organization }) => organization?.id === unit);
  return party && party.signedAt !== null;
}
