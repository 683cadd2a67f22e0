import { Confirm } from "../../../components/confirm.tsx";
import { TaskHoldActivityDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import type { TaskActionProps } from "./task-action.ts";

/** Says that an activity took place. One that did not is cancelled on its own page. */
export function CloseActivity({ task: { recordId: id, title }, done }: TaskActionProps) {
  const hold = useChange(TaskHoldActivityDocument, done);
  return (
    <Confirm
      action="记为已举办"
      of={title}
      look="plain"
      question={`${title}。已经举办了吗？记下之后不能再改期或取消；到场人次在活动的页面登记，以后还可以更正。`}
      stay="还没有"
      error={hold.error}
      onConfirm={async () => {
        await hold.mutateAsync({ id });
      }}
    />
  );
}
