import type { AgreementOfPageFragment } from "../../graph/generated/graphql.ts";

interface OwnCommitmentsProps {
  readonly agreement: AgreementOfPageFragment;
  readonly party: { readonly id: string; readonly name: string };
}

/** What a party itself takes on by an agreement. */
export function OwnCommitments({ agreement: { commitments }, party }: OwnCommitmentsProps) {
  const own = commitments.filter(({ organization }) => organization?.id === party.id);
  if (own.length === 0) return null;
  return (
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
  );
}
