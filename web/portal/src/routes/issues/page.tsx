import { Link, getRouteApi } from "@tanstack/react-router";
import { useOwnCommittees } from "../../app/own-committees.ts";
import { usePlace, useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { IssuesPageDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { IssueFilters } from "./filters.tsx";
import { IssueRow } from "../../components/issue-row.tsx";
import { type IssueSearch, issueFilterOf, issueOrderOf } from "./search.ts";

const route = getRouteApi("/issues");

/** What committees have taken up: whose it is, and by when. */
export function IssuesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const own = useOwnCommittees();
  const change = (changed: Partial<IssueSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className="page">
      <header className="page-head">
        <h1>问题台账</h1>
        {own && own.length > 0 && (
          <Link
            to="/issues/new"
            search={{ committee: search.committee }}
            className="button button-main"
          >
            提出问题
          </Link>
        )}
      </header>
      <IssueFilters search={search} onChange={change} />
      {viewer && <IssueList search={search} />}
    </div>
  );
}

function IssueList({ search }: { readonly search: IssueSearch }) {
  const filter = issueFilterOf(search, usePlace());
  const pages = usePages(
    IssuesPageDocument,
    { filter, orderBy: issueOrderOf(search) },
    ({ issues }) => issues,
  );
  return (
    <Paged
      pages={pages}
      empty={
        <Empty title="没有符合条件的问题">
          换一个状态，或者去掉一些条件。问题由委员会的委员、书记和成员单位的联络员提出。
        </Empty>
      }
    >
      {(issues) => (
        <ul className="rows" aria-label="问题">
          {issues.map((issue) => (
            <IssueRow key={issue.id} issue={issue} />
          ))}
        </ul>
      )}
    </Paged>
  );
}
