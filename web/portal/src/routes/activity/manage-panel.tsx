import { useState } from "react";
import { actsFor, runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import {
  PortalCancelActivityDocument,
  TaskHoldActivityDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type PageActivity, hasStarted, isOpen } from "./activity.ts";
import { CorrectForm } from "./correct-form.tsx";
import { OverPanel } from "./over-panel.tsx";
import { InviteForm } from "./invite-form.tsx";
import { RescheduleForm } from "./reschedule-form.tsx";

/** What whoever runs the committee and the host's liaison do with an activity. */
export function ManagePanel({ activity }: { readonly activity: PageActivity }) {
  const viewer = useViewer();
  const [form, setForm] = useState<"move" | "correct" | "invite">();
  const onDone = (): void => setForm(undefined);
  const cancel = useChange(PortalCancelActivityDocument);
  const hold = useChange(TaskHoldActivityDocument);
  const { id, title, host, committee } = activity;
  const mayManage = runs(viewer, committee) || actsFor(viewer, host?.id);
  if (!mayManage) return null;
  if (!isOpen(activity)) return <OverPanel activity={activity} />;
  return (
    <section className="panel stack">
      <h2>办理</h2>
      {form === "correct" && <CorrectForm activity={activity} onDone={onDone} />}
      {form === "move" && <RescheduleForm activity={activity} onDone={onDone} />}
      {form === "invite" && <InviteForm activity={activity} onDone={onDone} />}
      {form === undefined && (
        <div className="buttons">
          {!hasStarted(activity) && <Button onPress={() => setForm("invite")}>邀请单位</Button>}
          <Button onPress={() => setForm("move")}>改期</Button>
          <Button onPress={() => setForm("correct")}>更正</Button>
          {hasStarted(activity) && (
            <Confirm
              action="记为已举办"
              question={`“${title}”已经举办了吗？记下之后，内容和到场人次还可以更正；记错了可以恢复。`}
              stay="还没有"
              look="plain"
              error={hold.error}
              onConfirm={async () => void (await hold.mutateAsync({ id }))}
            />
          )}
          <Confirm
            action="取消活动"
            question={`取消“${title}”？活动仍留在日历上，并写明原因，场地随之退回。`}
            reasonLabel="原因"
            error={cancel.error}
            onConfirm={async (reason) => void (await cancel.mutateAsync({ id, reason }))}
          />
        </div>
      )}
      {!hasStarted(activity) && (
        <p className="hint">活动开始后，可以在这里记为已举办，并登记到场人次。</p>
      )}
    </section>
  );
}
