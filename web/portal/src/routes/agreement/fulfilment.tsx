import { FormDialog } from "../../components/form-dialog.tsx";
import type { AgreementOfPageFragment } from "../../graph/generated/graphql.ts";
import { RecordFulfilment } from "./record-fulfilment.tsx";

interface FulfilmentProps {
  readonly commitment: AgreementOfPageFragment["commitments"][number];
  /** How often it should have been kept by now; undefined where nothing is said of that. */
  readonly due: number | undefined;
  readonly canRecord: boolean;
}

/** How often a commitment has been kept, and where the parties record it. */
export function Fulfilment({ commitment, due, canRecord }: FulfilmentProps) {
  const { fulfilled } = commitment;
  return (
    <div className="fulfilment">
      <span>
        <strong>{fulfilled} 次</strong>
        {due !== undefined && <span className="muted">，至今应有 {due} 次</span>}
      </span>
      {canRecord && (
        <FormDialog action="登记兑现" of={commitment.clause} look="quiet">
          {(close) => (
            <>
              <p>{commitment.clause}</p>
              <RecordFulfilment commitment={commitment} onDone={close} />
            </>
          )}
        </FormDialog>
      )}
    </div>
  );
}
