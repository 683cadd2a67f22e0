import type { AgreementOfListFragment } from "../../graph/generated/graphql.ts";
import { AgreementRow } from "./row.tsx";
import { Empty } from "../../components/empty.tsx";

interface AgreementRowsProps {
  readonly agreements: readonly AgreementOfListFragment[];
}

/** A few agreements of a unit or committee; `/agreements` has all. */
export function AgreementRows({ agreements }: AgreementRowsProps) {
  if (agreements.length === 0) return <Empty title="没有您可以看到的共建协议" />;
  return (
    <ul className="rows">
      {agreements.map((agreement) => (
        <AgreementRow key={agreement.id} agreement={agreement} />
      ))}
    </ul>
  );
}
