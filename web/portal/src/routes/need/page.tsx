import { getRouteApi } from "@tanstack/react-router";
import { actsFor } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { BackTo } from "../../components/back-to.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { NeedPageDocument, type NeedOfPageFragment } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { NEED_KINDS, NEED_STATES } from "../../words/labels.ts";
import { showDay, showDaysLeft } from "../../words/time.ts";
import { Corrections } from "../audit/corrections.tsx";
import { NeedFacts } from "./facts.tsx";
import { HelpPanel } from "./help-panel.tsx";
import { OwnerPanel } from "./owner-panel.tsx";

const route = getRouteApi("/needs/$id");

export function NeedPage() {
  const { id } = route.useParams();
  const query = useAsk(NeedPageDocument, { id });
  return (
    <Loaded query={query}>{({ need }) => (need ? <NeedSheet need={need} /> : <Lost />)}</Loaded>
  );
}

function NeedSheet({ need }: { readonly need: NeedOfPageFragment }) {
  const { title, kind, state, neededBy, withdrawReason, description } = need;
  const isOwn = actsFor(useViewer(), need.organization?.id);
  return (
    <div className="page">
      <BackTo list="/needs">需求</BackTo>
      <h1>{title}</h1>
      <p className="card-facts">
        <StateMark tone={state === "PUBLISHED" ? "good" : "muted"}>{NEED_STATES[state]}</StateMark>
        <span>{NEED_KINDS[kind]}</span>
        {neededBy !== null && (
          <strong>
            {showDay(neededBy)}前需要（{showDaysLeft(neededBy)}）
          </strong>
        )}
      </p>
      {withdrawReason !== null && <p className="notice notice-bad">撤回原因：{withdrawReason}</p>}
      <div className="beside">
        <div className="stack">
          {description !== null && <p className="lead">{description}</p>}
          <NeedFacts need={need} />
          <Corrections record={need.id} />
        </div>
        {isOwn ? <OwnerPanel need={need} /> : <HelpPanel need={need} />}
      </div>
    </div>
  );
}
