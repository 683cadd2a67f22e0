import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Fault } from "../../components/fault.tsx";
import {
  PortalCancelSeriesDocument,
  PortalKeepSeriesDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";

interface KeepSeriesProps {
  /** Id of the series. */
  readonly id: string;
  /** What it is about, for those who only hear the buttons. */
  readonly of: string;
  /** Called as soon as the hub has it. */
  readonly done?: () => Promise<void>;
}

/** Keeps the rest of a series to which nobody came, or gives it back from now on. */
export function KeepSeries({ id, of, done }: KeepSeriesProps) {
  const keep = useChange(PortalKeepSeriesDocument, done);
  const cancel = useChange(PortalCancelSeriesDocument, done);
  return (
    <>
      <Button
        aria-label={`继续使用：${of}`}
        isDisabled={keep.isPending || cancel.isPending}
        onPress={() => keep.mutate({ id })}
      >
        继续使用
      </Button>
      <Confirm
        action="退还其余"
        of={of}
        question={`${of}。退还还没有开始的各次？时段会让给别的单位。`}
        reasonLabel="原因（提供方会看到）"
        error={cancel.error}
        onConfirm={async (reason) => {
          await cancel.mutateAsync({ id, reason });
        }}
      />
      <Fault error={keep.error} />
    </>
  );
}
