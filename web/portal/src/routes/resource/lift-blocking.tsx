import { Confirm } from "../../components/confirm.tsx";
import {
  type BlockingOfPageFragment,
  PortalLiftBlockingDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showRange } from "../../words/time.ts";

interface LiftBlockingProps {
  readonly blocking: BlockingOfPageFragment;
  readonly title: string;
}

/** Gives a time back in which it could not be used. */
export function LiftBlocking({ blocking, title }: LiftBlockingProps) {
  const { id, version, during } = blocking;
  const lift = useChange(PortalLiftBlockingDocument);
  return (
    <Confirm
      action="取消停用"
      of={showRange(during)}
      question={`取消 ${showRange(during)} 的停用？${title}在这段时间又可以预约了。`}
      error={lift.error}
      onConfirm={async () => {
        await lift.mutateAsync({ id, version });
      }}
    />
  );
}
