import { Link, getRouteApi } from "@tanstack/react-router";
import { operates, runs } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { Loaded } from "../../../components/loaded.tsx";
import { Lost } from "../../../components/lost.tsx";
import {
  OfficeCommitteeDocument,
  type OfficeCommitteeQuery,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { COMMITTEE_LEVELS } from "../../../words/labels.ts";
import { showDay } from "../../../words/time.ts";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";
import { TermMark } from "../term-mark.tsx";
import { Applications } from "./applications.tsx";
import { Deputies } from "./deputies.tsx";
import { COMMITTEE_PARTS, type CommitteePart } from "./parts.ts";
import { Seats } from "./seats.tsx";
import { Settings } from "./settings.tsx";
import { Terms } from "./terms.tsx";
import { MemberUnits } from "./units.tsx";

export type OfficeCommittee = NonNullable<OfficeCommitteeQuery["committee"]>;

const route = getRouteApi("/office/committees/$id");

/** What is managed of a committee: its units, its seats and its terms, each at an address of its own. */
export function OfficeCommitteePage() {
  const { id } = route.useParams();
  const query = useAsk(OfficeCommitteeDocument, { id });
  return (
    <Loaded query={query}>
      {({ committee }) => (committee ? <Record committee={committee} /> : <Lost />)}
    </Loaded>
  );
}

function Record({ committee }: { readonly committee: OfficeCommittee }) {
  const { part = "units" } = route.useSearch();
  const viewer = useViewer();
  if (!viewer) return null;
  const waiting = committee.applications?.totalCount ?? 0;
  const isManager = runs(viewer, committee) || operates(viewer, committee.region);
  return (
    <div className="page">
      <p className="trail">
        <Link to="/office/committees">委员会管理</Link>
      </p>
      <OfficeHead title={committee.name}>
        <Link to="/committees/$id" params={{ id: committee.id }}>
          委员会页面
        </Link>
        <TermMark term={committee.currentTerm} />
      </OfficeHead>
      <p className="muted">
        {COMMITTEE_LEVELS[committee.level]} · {committee.region?.name} · 依托
        {committee.organization?.name} · {showDay(committee.establishedOn)}成立
      </p>
      {isManager ? (
        <>
          <nav aria-label="管理的内容" className="parts">
            {(Object.keys(COMMITTEE_PARTS) as CommitteePart[]).map((one) => (
              <Link
                key={one}
                from="/office/committees/$id"
                to="."
                search={{ part: one }}
                replace
                aria-current={one === part ? "page" : undefined}
              >
                {COMMITTEE_PARTS[one]}
                {one === "applications" && waiting > 0 && (
                  <>
                    {" "}
                    <span className="count">
                      {waiting}
                      <span className="unseen"> 个待答复</span>
                    </span>
                  </>
                )}
              </Link>
            ))}
          </nav>
          {part === "units" && <MemberUnits committee={committee} />}
          {part === "seats" && <Seats committee={committee} />}
          {part === "terms" && <Terms committee={committee} />}
          {part === "applications" && <Applications committee={committee.id} />}
          {part === "deputies" && <Deputies committee={committee} />}
          {part === "settings" && <Settings key={committee.version} committee={committee} />}
        </>
      ) : (
        <NotForYou whom="本委员会及上级委员会的书记、当地的平台管理员" />
      )}
    </div>
  );
}
