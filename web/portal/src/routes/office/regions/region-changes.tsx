import { operates } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { Confirm } from "../../../components/confirm.tsx";
import { StateMark, type Tone } from "../../../components/state-mark.tsx";
import {
  OfficeRegionChangesDocument,
  PortalCallOffRegionChangeDocument,
  type RegionChangePartsFragment,
  type RegionChangeState,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { useChange } from "../../../graph/use-change.ts";
import { REGION_CHANGE_KINDS, REGION_CHANGE_STATES } from "../../../words/labels.ts";
import { showDay } from "../../../words/time.ts";

const TONES: Readonly<Record<RegionChangeState, Tone>> = {
  PLANNED: "wait",
  DONE: "good",
  CALLED_OFF: "muted",
  FAILED: "bad",
};

/** Changes of a place and of those below it: what is planned, with its day, then what was. */
export function RegionChanges({ code }: { readonly code: string }) {
  const { data } = useAsk(OfficeRegionChangesDocument, { code });
  const changes = [...(data?.planned?.nodes ?? []), ...(data?.past?.nodes ?? [])];
  if (changes.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="region-changes">
      <h2 id="region-changes">区划调整</h2>
      <ul className="rows">
        {changes.map((change) => (
          <RegionChangeRow key={change.id} change={change} />
        ))}
      </ul>
    </section>
  );
}

function RegionChangeRow({ change }: { readonly change: RegionChangePartsFragment }) {
  const { id, version, kind, state, effectiveOn, region, reason } = change;
  const viewer = useViewer();
  const callOff = useChange(PortalCallOffRegionChangeDocument);
  const words = wordsOf(change);
  const mayCallOff =
    state === "PLANNED" && operates(viewer, kind === "RENAME" ? region : region?.parent);
  const why = [
    reason,
    change.callOffReason && `取消原因：${change.callOffReason}`,
    change.failReason && `未能生效：${change.failReason}`,
  ];
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">{words}</p>
        <p className="muted">{[`${showDay(effectiveOn)}起`, ...why].filter(Boolean).join(" · ")}</p>
      </div>
      <StateMark tone={TONES[state]}>{REGION_CHANGE_STATES[state]}</StateMark>
      {mayCallOff && (
        <Confirm
          action="取消调整"
          of={words}
          question={`不再从${showDay(effectiveOn)}起办理“${words}”？`}
          reasonLabel="原因"
          error={callOff.error}
          onConfirm={async (given) => {
            await callOff.mutateAsync({ id, version, reason: given });
          }}
        />
      )}
    </li>
  );
}

/** 第一社区更名为“红星社区”. */
function wordsOf({ kind, name, formerName, region, other }: RegionChangePartsFragment): string {
  const place = formerName ?? region?.name ?? "";
  if (kind === "RENAME") return `${place}更名为“${name ?? ""}”`;
  return `${place}${REGION_CHANGE_KINDS[kind]}${other?.name ?? ""}`;
}
