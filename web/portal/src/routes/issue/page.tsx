import { Link, getRouteApi } from "@tanstack/react-router";
import { actsFor, runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { IssuePageDocument, type IssuePageQuery } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { AUDIENCES } from "../../words/labels.ts";
import { showDay, showInstant } from "../../words/time.ts";
import { IssueMarks } from "../../components/issue-row.tsx";
import { ResolveForm } from "./resolve-form.tsx";

const route = getRouteApi("/issues/$id");

/** An issue: whose it is, what is to be done by when, and what came of it. */
export function IssuePage() {
  const { id } = route.useParams();
  const query = useAsk(IssuePageDocument, { id });
  return (
    <Loaded query={query}>
      {({ issue }) => (issue ? <ShownIssue key={id} issue={issue} /> : <Lost />)}
    </Loaded>
  );
}

function ShownIssue({ issue }: { readonly issue: NonNullable<IssuePageQuery["issue"]> }) {
  const viewer = useViewer();
  const { id, version, title, measure, outcome, state, owner, committee, activity } = issue;
  const mayResolve = runs(viewer, committee) || actsFor(viewer, owner?.id);
  return (
    <div className="page narrow">
      <p className="trail">
        <Link to="/issues">问题台账</Link>
      </p>
      <h1>{title}</h1>
      <p className="card-facts">
        <IssueMarks issue={issue} />
      </p>
      <dl className="facts">
        <dt>责任单位</dt>
        <dd>
          <OrganizationLink organization={owner} />
        </dd>
        <dt>委员会</dt>
        <dd>
          <CommitteeLink committee={committee} />
        </dd>
        <dt>期限</dt>
        <dd>{issue.deadline === null ? "没有定期限" : `${showDay(issue.deadline)}前`}</dd>
        <dt>提出</dt>
        <dd>{showInstant(issue.raisedAt)}</dd>
        {activity && (
          <>
            <dt>提出场合</dt>
            <dd>
              <Link to="/activities/$id" params={{ id: activity.id }}>
                {activity.title}
              </Link>
            </dd>
          </>
        )}
        <dt>公开范围</dt>
        <dd>{AUDIENCES[issue.audience]}</dd>
      </dl>
      <section className="stack">
        <h2>措施</h2>
        <p className={measure === null ? "muted" : "prose"}>{measure ?? "提出时没有写措施。"}</p>
      </section>
      {state === "RESOLVED" ? (
        <section className="stack">
          <h2>办理结果</h2>
          <p className="prose">{outcome}</p>
          {issue.resolvedAt !== null && (
            <p className="muted">{showInstant(issue.resolvedAt)} 销号</p>
          )}
        </section>
      ) : mayResolve ? (
        <ResolveForm id={id} version={version} />
      ) : (
        <p className="muted">办好之后，由责任单位的联络员或委员会的书记登记结果。</p>
      )}
    </div>
  );
}
