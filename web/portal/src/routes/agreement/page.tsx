import { getRouteApi } from "@tanstack/react-router";
import { useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { BackTo } from "../../components/back-to.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import {
  type AgreementOfPageFragment,
  AgreementPageDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { AGREEMENT_STATES, AUDIENCES } from "../../words/labels.ts";
import { showDays } from "../../words/time.ts";
import { AGREEMENT_TONES } from "../agreements/states.ts";
import { Actions } from "./actions.tsx";
import "./agreement.css";
import { Commitments } from "./commitments.tsx";
import { History } from "./history.tsx";
import { Parties } from "./parties.tsx";
import { rightsOf } from "./rights.ts";
import { Steps } from "./steps.tsx";

const route = getRouteApi("/agreements/$id");

export function AgreementPage() {
  const { id } = route.useParams();
  const query = useAsk(AgreementPageDocument, { id });
  return (
    <Loaded query={query}>
      {({ agreement }) => (agreement ? <Sheet agreement={agreement} /> : <Lost />)}
    </Loaded>
  );
}

/** Everything about an agreement, so that it can be printed and filed. */
function Sheet({ agreement }: { readonly agreement: AgreementOfPageFragment }) {
  const rights = rightsOf(useViewer(), agreement);
  const { title, state, termFrom, termTo, committee, terminateReason } = agreement;
  return (
    <div className="page agreement">
      <BackTo list="/agreements">共建协议</BackTo>
      <header className="agreement-head">
        <h1>{title}</h1>
        <Button look="quiet" onPress={() => print()}>
          打印
        </Button>
      </header>
      <p className="card-facts">
        <StateMark tone={AGREEMENT_TONES[state]}>{AGREEMENT_STATES[state]}</StateMark>
        <strong>{showDays(termFrom, termTo)}</strong>
        {committee && <CommitteeLink committee={committee} />}
      </p>
      {terminateReason !== null && <p className="notice notice-bad">终止原因：{terminateReason}</p>}
      <Steps agreement={agreement} />
      <div className="beside">
        <aside className="stack">
          <Actions agreement={agreement} rights={rights} />
          <section className="panel stack" aria-label="说明">
            <dl className="facts">
              <dt>委员会</dt>
              <dd>
                <CommitteeLink committee={committee} />
              </dd>
              {committee && committee.themes.length > 0 && (
                <>
                  <dt>主题</dt>
                  <dd>{committee.themes.join("、")}</dd>
                </>
              )}
              <dt>公开范围</dt>
              <dd>
                {state === "DRAFT"
                  ? `草稿仅各方可见；提出后${AUDIENCES[agreement.audience]}`
                  : AUDIENCES[agreement.audience]}
              </dd>
            </dl>
          </section>
        </aside>
        <div className="stack">
          <Parties agreement={agreement} />
          <Commitments agreement={agreement} rights={rights} />
          <History agreement={agreement} />
        </div>
      </div>
    </div>
  );
}
