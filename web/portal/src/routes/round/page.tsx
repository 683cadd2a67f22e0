import { Link, getRouteApi } from "@tanstack/react-router";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { RoundPageDocument, type RoundOfPageFragment } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { showDays } from "../../words/time.ts";
import { Corrections } from "../audit/corrections.tsx";
import { roundMark } from "../rounds/round-mark.ts";
import { Answers } from "./answers.tsx";
import { RoundPanel } from "./round-panel.tsx";

const route = getRouteApi("/rounds/$id");

export function RoundPage() {
  const { id } = route.useParams();
  const query = useAsk(RoundPageDocument, { id });
  return (
    <Loaded query={query}>
      {({ collectionRound }) => (collectionRound ? <Round round={collectionRound} /> : <Lost />)}
    </Loaded>
  );
}

function Round({ round }: { readonly round: RoundOfPageFragment }) {
  const { tone, words } = roundMark(round);
  return (
    <div className="page">
      <p className="trail">
        <Link to="/rounds">清单征集</Link>
      </p>
      <h1>{round.title}</h1>
      <p className="card-facts">
        <StateMark tone={tone}>{words}</StateMark>
        <strong>{showDays(round.opensOn, round.closesOn)}</strong>
        <CommitteeLink committee={round.committee} />
      </p>
      <div className="beside">
        <div className="stack">
          <Answers round={round} />
          <Corrections record={round.id} />
        </div>
        <RoundPanel round={round} />
      </div>
    </div>
  );
}
