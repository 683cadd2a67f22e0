import { Link } from "@tanstack/react-router";
import { isOperator, runs } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { Empty } from "../../../components/empty.tsx";
import { Paged } from "../../../components/paged.tsx";
import { StateMark } from "../../../components/state-mark.tsx";
import {
  type CommitteeFilter,
  OfficeCommitteesDocument,
} from "../../../graph/generated/graphql.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { COMMITTEE_LEVELS } from "../../../words/labels.ts";
import { TermMark } from "../term-mark.tsx";

/** Committees of a place, with the term that runs. */
export function CommitteeList({ filter }: { readonly filter: CommitteeFilter }) {
  const viewer = useViewer();
  const pages = usePages(OfficeCommitteesDocument, { filter }, ({ committees }) => committees);
  return (
    <Paged
      pages={pages}
      empty={
        <Empty title="这里还没有委员会">
          <Link to="/office/committees/new">成立一个委员会</Link>，首届任期同时开始。
        </Empty>
      }
    >
      {(committees) => (
        <ul className="rows">
          {committees.map((committee) => (
            <li key={committee.id} className="row">
              <div className="row-main">
                <p className="row-title">
                  <Link to="/office/committees/$id" params={{ id: committee.id }}>
                    {committee.name}
                  </Link>
                </p>
                <p className="muted">
                  {[
                    COMMITTEE_LEVELS[committee.level],
                    committee.region?.name,
                    committee.parent && `上级：${committee.parent.name}`,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              {!isOperator(viewer) && runs(viewer, committee) && (
                <StateMark tone="good">由您管理</StateMark>
              )}
              <TermMark term={committee.currentTerm} />
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}
