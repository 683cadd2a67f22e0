import { useViewer } from "../../../app/viewer.ts";
import { Empty } from "../../../components/empty.tsx";
import { Paged } from "../../../components/paged.tsx";
import { StateMark, type Tone } from "../../../components/state-mark.tsx";
import {
  type HandoverState,
  OfficeHandoversDocument,
  type OfficeHandoversQuery,
} from "../../../graph/generated/graphql.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { HANDOVER_STATES } from "../../../words/office-labels.ts";
import { dayOf, showDay, showDays } from "../../../words/time.ts";
import { EndHandover } from "../end-handover.tsx";
import { HandOver } from "./hand-over.tsx";
import type { OfficeCommittee } from "./page.tsx";

type Handover = NonNullable<
  NonNullable<OfficeHandoversQuery["committee"]>["handovers"]
>["nodes"][number];

const TONES: Readonly<Record<HandoverState, Tone>> = {
  PLANNED: "wait",
  CURRENT: "good",
  ENDED: "muted",
};

/** Who runs the committee now, to whom it was and will be handed over, and a form for its secretary to do so. */
export function Deputies({ committee }: { readonly committee: OfficeCommittee }) {
  const viewer = useViewer();
  const pages = usePages(
    OfficeHandoversDocument,
    { id: committee.id },
    (result) => result.committee?.handovers,
  );
  const isSecretary = viewer?.roles.some(
    ({ role, committee: led }) => role === "SECRETARY" && led?.id === committee.id,
  );
  const acting = pages.nodes?.find(({ state }) => state === "CURRENT");
  return (
    <>
      {pages.nodes && (
        <p className={acting ? "notice notice-good" : "muted"}>
          {acting
            ? `现由副书记 ${acting.seat?.holderName ?? ""} 代行，到${showDay(acting.until)}为止。换届和书记的任职仍由书记办理。`
            : "现由书记主持，没有人代行。"}
        </p>
      )}
      <div className="beside">
        <Paged
          pages={pages}
          empty={
            <Empty title="还没有请人代行过">
              书记外出时，可以请一位副书记在选定的日期内代行：副书记能办理书记能办的事，到期自动结束。
            </Empty>
          }
        >
          {(handovers) => (
            <ul className="rows">
              {handovers.map((handover) => (
                <HandoverRow key={handover.id} handover={handover} />
              ))}
            </ul>
          )}
        </Paged>
        {isSecretary ? (
          <HandOver committee={committee} />
        ) : (
          <aside className="panel">
            <p className="muted">只有本委员会的书记本人可以请副书记代行。</p>
          </aside>
        )}
      </div>
    </>
  );
}

function HandoverRow({ handover }: { readonly handover: Handover }) {
  const { state, from, until, note, endedAt, endReason, seat, bySeat } = handover;
  const viewer = useViewer();
  const name = seat?.holderName ?? "副书记";
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">{name}</p>
        <p className="muted">
          {showDays(from, until)} · {bySeat?.holderName ?? "书记"}交出
          {endedAt !== null &&
            ` · ${showDay(dayOf(endedAt))}${dayOf(endedAt) < from ? "未开始即取消" : "提前结束"}`}
          {endReason !== null && `：${endReason}`}
        </p>
        {note !== null && <p className="prose">{note}</p>}
      </div>
      <StateMark tone={TONES[state]}>{HANDOVER_STATES[state]}</StateMark>
      {state !== "ENDED" && (
        <EndHandover
          handover={handover}
          deputy={name}
          isOwn={seat?.subject != null && seat.subject === viewer?.subject}
        />
      )}
    </li>
  );
}
