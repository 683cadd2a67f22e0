import { useCommitteeUnits } from "../../components/use-committee-units.ts";
import { runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { Paged } from "../../components/paged.tsx";
import { AnswersOfRoundDocument, type RoundOfPageFragment } from "../../graph/generated/graphql.ts";
import { useEveryPage } from "../../graph/use-pages.ts";
import { NeedRow } from "../needs/row.tsx";

/** What has been put in, by whom; and, for whoever runs the committee, who has put in nothing. */
export function Answers({ round }: { readonly round: RoundOfPageFragment }) {
  const isRun = runs(useViewer(), round.committee);
  const pages = useEveryPage(AnswersOfRoundDocument, { id: round.id }, ({ needs }) => needs);
  const answered = new Set((pages.nodes ?? []).map(({ organization }) => organization?.id));
  return (
    <div className="stack">
      <h2>已提交的需求</h2>
      <Paged
        pages={pages}
        empty={<Empty title="还没有单位提交">成员单位提交的需求会列在这里。</Empty>}
      >
        {(needs) => (
          <ul className="rows">
            {needs.map((need) => (
              <NeedRow key={need.id} need={need} />
            ))}
          </ul>
        )}
      </Paged>
      {isRun && !pages.hasMore && pages.nodes && (
        <Silent committeeId={round.committee?.id} answered={answered} />
      )}
    </div>
  );
}

interface SilentProps {
  readonly committeeId: string | undefined;
  readonly answered: ReadonlySet<string | undefined>;
}

/** Units of the committee that have put in nothing yet. */
function Silent({ committeeId, answered }: SilentProps) {
  const { units } = useCommitteeUnits(committeeId);
  const missing = Object.entries(units).filter(([id]) => !answered.has(id));
  if (missing.length === 0) return null;
  return (
    <>
      <h2>
        还没有提交的单位 <span className="count">{missing.length}</span>
      </h2>
      <ul className="rows">
        {missing.map(([id, name]) => (
          <li key={id} className="row">
            <span className="row-main">
              <OrganizationLink organization={{ id, name }} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
