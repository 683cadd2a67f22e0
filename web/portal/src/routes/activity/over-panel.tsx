import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { PortalReopenActivityDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { isCorrectable, lastDayToCorrect } from "../../words/correctable.ts";
import { showDay } from "../../words/time.ts";
import type { PageActivity } from "./activity.ts";
import { CorrectForm } from "./correct-form.tsx";

/** What can still be mended of an activity that was held or cancelled. */
export function OverPanel({ activity }: { readonly activity: PageActivity }) {
  const { id, version, title, state, heldAt, endsAt } = activity;
  const [isCorrecting, setCorrecting] = useState(false);
  const reopen = useChange(PortalReopenActivityDocument);
  const closedAt = heldAt ?? endsAt;
  if (!isCorrectable(closedAt)) return null;
  const isHeld = state === "HELD";
  return (
    <section className="panel stack">
      <h2>更正</h2>
      {isCorrecting ? (
        <CorrectForm activity={activity} onDone={() => setCorrecting(false)} />
      ) : (
        <div className="buttons">
          {isHeld && <Button onPress={() => setCorrecting(true)}>更正</Button>}
          <Confirm
            action={isHeld ? "恢复为待举办" : "恢复活动"}
            question={
              isHeld
                ? `“${title}”其实没有举办？恢复后可以改期或取消，登记过的到场人次作废。`
                : `“${title}”取消错了？恢复时重新预约场地；场地已约不到的，恢复后请另选场地或改期。`
            }
            reasonLabel="原因（参加的单位会看到）"
            stay="不，没有记错"
            look="plain"
            error={reopen.error}
            onConfirm={async (reason) => void (await reopen.mutateAsync({ id, version, reason }))}
          />
        </div>
      )}
      <p className="hint">可以更正到 {showDay(lastDayToCorrect(closedAt))}。</p>
    </section>
  );
}
