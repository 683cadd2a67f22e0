import { CommitteeLink } from "../../components/committee-link.tsx";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { type CommitteeFilter, CommitteesFoundDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { COMMITTEE_LEVELS } from "../../words/labels.ts";

/** The committees that were searched for, as a list. */
export function CommitteesFound({ filter }: { readonly filter: CommitteeFilter }) {
  const pages = usePages(CommitteesFoundDocument, { filter }, ({ committees }) => committees);
  return (
    <Paged
      pages={pages}
      empty={<Empty title="没有找到委员会">换一个关键词或层级，或者去掉关键词看区划。</Empty>}
    >
      {(committees) => (
        <ul className="rows">
          {committees.map((committee) => (
            <li key={committee.id} className="row">
              <div className="row-main">
                <p className="row-title">
                  <CommitteeLink committee={committee} />
                </p>
                <p className="muted">
                  {[COMMITTEE_LEVELS[committee.level], committee.parent?.name]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              {committee.demonstration && <StateMark tone="good">示范点</StateMark>}
              <span className="muted">成员单位 {committee.memberUnits?.totalCount ?? 0} 家</span>
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}
