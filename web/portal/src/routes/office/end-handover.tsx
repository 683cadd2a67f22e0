import { Confirm } from "../../components/confirm.tsx";
import { type HandoverState, PortalEndHandoverDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";

interface EndHandoverProps {
  readonly handover: {
    readonly id: string;
    readonly version: number;
    readonly state: HandoverState;
  };
  /** Who runs the committee meanwhile. */
  readonly deputy: string;
  /** Whether that is who looks: before the first day it can be declined. */
  readonly isOwn: boolean;
  readonly look?: "plain" | "quiet";
}

/** Ends a handover, or calls it off before it begins: the secretary takes it back, the deputy declines. */
export function EndHandover({ handover, deputy, isOwn, look = "quiet" }: EndHandoverProps) {
  const { id, version, state } = handover;
  const end = useChange(PortalEndHandoverDocument);
  const isAhead = state === "PLANNED";
  const whose = isOwn ? "由您代行" : `${deputy} 的代行`;
  const questions = {
    谢绝代行: "谢绝这次代行？书记会看到原因，可以另请别的副书记。",
    取消代行: `取消${whose}？如要再交，须重新办理。`,
    结束代行: `从现在起结束${whose}？此后仍由书记主持；如要再交，须重新办理。`,
  } as const;
  const action = !isAhead ? "结束代行" : isOwn ? "谢绝代行" : "取消代行";
  return (
    <Confirm
      action={action}
      of={deputy}
      look={look}
      question={questions[action]}
      reasonLabel={isOwn ? "原因（书记会看到）" : "原因（副书记会看到）"}
      stay="再想想"
      error={end.error}
      onConfirm={async (reason) => {
        await end.mutateAsync({ id, version, reason });
      }}
    />
  );
}
