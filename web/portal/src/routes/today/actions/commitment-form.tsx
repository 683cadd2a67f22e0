import { Link } from "@tanstack/react-router";
import { Fault } from "../../../components/fault.tsx";
import { CommitmentsOfUnitDocument } from "../../../graph/generated/graphql.ts";
import { useEveryPage } from "../../../graph/use-pages.ts";
import { RecordFulfilment } from "../../agreement/record-fulfilment.tsx";

interface CommitmentFormProps {
  readonly id: string;
  readonly unit: string;
  readonly onDone: () => void;
}

/** The commitment as it is now, which the hub lists with its agreement alone. */
export function CommitmentForm({ id, unit, onDone }: CommitmentFormProps) {
  const pages = useEveryPage(CommitmentsOfUnitDocument, { unit }, ({ agreements }) => agreements);
  const agreement = pages.nodes?.find(({ commitments }) =>
    commitments.some((one) => one.id === id),
  );
  const commitment = agreement?.commitments.find((one) => one.id === id);
  if (pages.error) return <Fault error={pages.error} />;
  if (!agreement || !commitment)
    return !pages.nodes || pages.hasMore || pages.isReading ? (
      <div className="loading" role="status" aria-label="正在读取" />
    ) : (
      <p>这条承诺已经不在了，或者协议已经终止。</p>
    );
  return (
    <>
      <p>{commitment.clause}</p>
      <p className="muted">
        <Link to="/agreements/$id" params={{ id: agreement.id }}>
          {agreement.title}
        </Link>
      </p>
      <RecordFulfilment commitment={commitment} onDone={onDone} />
    </>
  );
}
