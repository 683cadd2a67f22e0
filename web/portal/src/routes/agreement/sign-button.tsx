import { Confirm } from "../../components/confirm.tsx";
import {
  type AgreementOfPageFragment,
  PortalSignAgreementDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showDays } from "../../words/time.ts";
import { OwnCommitments } from "./own-commitments.tsx";

interface SignButtonProps {
  readonly agreement: AgreementOfPageFragment;
  /** The party that signs. */
  readonly party: { readonly id: string; readonly name: string };
  /** Whether the viewer can sign for this one alone: then the button need not name it. */
  readonly isOne: boolean;
}

/** Signs for a party, after showing what is signed and what that party itself takes on. */
export function SignButton({ agreement, party, isOne }: SignButtonProps) {
  const sign = useChange(PortalSignAgreementDocument);
  const { id, version } = agreement;
  return (
    <Confirm
      action={isOne ? "签署" : `为${party.name}签署`}
      look="main"
      question={`代表${party.name}签署${textOf(agreement)}？签署后不能撤回。`}
      stay="再看看"
      error={sign.error}
      onConfirm={async () => {
        await sign.mutateAsync({ id, version, organizationId: party.id });
      }}
    >
      <OwnCommitments agreement={agreement} party={party} />
    </Confirm>
  );
}

/** What an agreement is, in a sentence that asks about it. */
export const textOf = ({ title, termFrom, termTo, commitments }: AgreementOfPageFragment): string =>
  `《${title}》，期限 ${showDays(termFrom, termTo)}，承诺事项 ${commitments.length} 条`;
