import { Confirm } from "../../components/confirm.tsx";
import {
  type AgreementOfPageFragment,
  PortalSignAgreementDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showDays } from "../../words/time.ts";

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
  const { id, version, commitments } = agreement;
  const own = commitments.filter(({ organization }) => organization?.id === party.id);
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
      {own.length > 0 && (
        <div>
          <p>{party.name}承诺：</p>
          <ul className="own-commitments">
            {own.map(({ id: key, clause, timesPerYear }) => (
              <li key={key}>
                {clause}
                {timesPerYear !== null && `（每年 ${timesPerYear} 次）`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Confirm>
  );
}

/** What an agreement is, in a sentence that asks about it. */
export const textOf = ({ title, termFrom, termTo, commitments }: AgreementOfPageFragment): string =>
  `《${title}》，期限 ${showDays(termFrom, termTo)}，承诺事项 ${commitments.length} 条`;
