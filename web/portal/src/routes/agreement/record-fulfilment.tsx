import { NumberLine } from "../../components/number-line.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { PortalRecordFulfilmentDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";

const MOST_TIMES = 100_000;

interface RecordFulfilmentProps {
  readonly commitment: {
    readonly id: string;
    readonly version: number;
    readonly fulfilled: number;
  };
  /** Called as soon as the hub has recorded it. */
  readonly onDone: () => void;
}

/** How often a commitment has been kept so far, to be recorded. */
export function RecordFulfilment({
  commitment: { id, version, fulfilled },
  onDone,
}: RecordFulfilmentProps) {
  const change = useChange(PortalRecordFulfilmentDocument, async () => onDone());
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
    send: ({ times = 0 }) => change.mutateAsync({ commitmentId: id, version, times }),
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
