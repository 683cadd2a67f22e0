import { Link } from "@tanstack/react-router";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { type CollectionRoundFilter, RoundsPageDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { showDays } from "../../words/time.ts";
import { roundMark } from "./round-mark.ts";

interface RoundListProps {
  readonly filter: CollectionRoundFilter;
  readonly canOpen: boolean;
}

export function RoundList({ filter, canOpen }: RoundListProps) {
  const pages = usePages(
    RoundsPageDocument,
    { filter },
    ({ collectionRounds }) => collectionRounds,
  );
  return (
    <Paged
      pages={pages}
      empty={
        <Empty title="没有清单征集">
          {canOpen
            ? "用“发起征集”向成员单位征集清单，一般每半年一次。"
            : "委员会发起征集后，会列在这里。"}
        </Empty>
      }
    >
      {(rounds) => (
        <ul className="rows">
          {rounds.map((round) => {
            const { tone, words } = roundMark(round);
            return (
              <li key={round.id} className="row">
                <div className="row-main">
                  <p className="row-title">
                    <Link to="/rounds/$id" params={{ id: round.id }}>
                      {round.title}
                    </Link>
                  </p>
                  <p className="muted">{round.committee?.name}</p>
                </div>
                <span>{showDays(round.opensOn, round.closesOn)}</span>
                <StateMark tone={tone}>{words}</StateMark>
              </li>
            );
          })}
        </ul>
      )}
    </Paged>
  );
}
