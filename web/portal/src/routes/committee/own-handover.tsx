import { useViewer } from "../../app/viewer.ts";
import { showDays } from "../../words/time.ts";
import { EndHandover } from "../office/end-handover.tsx";
import type { CommitteeOfPage } from "./committee.ts";

/** What was handed over to whoever looks: for which days, what for, and how to decline or end it. */
export function OwnHandovers({ committee }: { readonly committee: CommitteeOfPage }) {
  const viewer = useViewer();
  const own = (committee.handovers?.nodes ?? []).filter(
    ({ seat }) => seat?.subject != null && seat.subject === viewer?.subject,
  );
  return own.map((handover) => {
    const { id, state, from, until, note, seat, bySeat } = handover;
    return (
      <section key={id} className="notice notice-wait stack" aria-label="交给您的代行">
        <p>
          {bySeat?.holderName ?? "书记"}请您在{showDays(from, until)}代行本委员会
          {state === "PLANNED" ? "，到时您就能办理书记能办的事。" : "。"}
        </p>
        {note !== null && <p className="prose">{note}</p>}
        <div>
          <EndHandover handover={handover} deputy={seat?.holderName ?? "您"} isOwn look="plain" />
        </div>
      </section>
    );
  });
}
