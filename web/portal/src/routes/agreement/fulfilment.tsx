import { FormDialog } from "../../components/form-dialog.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type AgreementOfPageFragment,
  PortalRecordFulfilmentDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";

const MOST_TIMES = 100_000;

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
              <RecordForm commitment={commitment} onDone={close} />
            </>
          )}
        </FormDialog>
      )}
    </div>
  );
}

function RecordForm({
  commitment: { id, version, fulfilled },
  onDone,
}: {
  readonly commitment: FulfilmentProps["commitment"];
  readonly onDone: () => void;
}) {
  const change = useChange(PortalRecordFulfilmentDocument);
  const form = useForm({
    name: `fulfilment.${id}`,
    initial: { times: (fulfilled + 1) as number | undefined },
    check: ({ times }) => ({
      times:
        times === undefined
          ? "请填写次数。"
          : times > MOST_TIMES
            ? `不超过 ${MOST_TIMES} 次。`
            : undefined,
    }),
    send: async ({ times = 0 }) => {
      await change.mutateAsync({ commitmentId: id, version, times });
      onDone();
    },
  });
  return (
    <Form form={form} action="登记">
      <NumberLine
        label="迄今一共兑现几次"
        {...form.field("times")}
        hint={`现在登记的是 ${fulfilled} 次。填错了可以再改。`}
      />
    </Form>
  );
}
