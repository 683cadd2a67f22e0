import { Confirm } from "../../components/confirm.tsx";
import {
  type AgreementOfPageFragment,
  TaskSignAgreementDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { OwnCommitments } from "./own-commitments.tsx";
import { textOf } from "./text-of.ts";

interface SignButtonProps {
  readonly agreement: AgreementOfPageFragment;
  /** The party that signs. */
  readonly party: { readonly id: string; readonly name: string };
  /** Whether the viewer can sign for this one alone: then the button need not name it. */
  readonly isOne: boolean;
}

/** Signs for a party, after showing what is signed and what that party itself takes on. */
export function SignButton({ agreement, party, isOne }: SignButtonProps) {
  const sign = useChange(TaskSignAgreementDocument);
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
