import { useState } from "react";
import { Link, getRouteApi } from "@tanstack/react-router";
import { actsFor, runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { BackTo } from "../../components/back-to.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { IssuePageDocument, type IssuePageQuery } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { AUDIENCES } from "../../words/labels.ts";
import { showDay, showInstant } from "../../words/time.ts";
import { IssueMarks } from "../../components/issue-row.tsx";
import { isCorrectable } from "../../words/correctable.ts";
import { Corrections } from "../audit/corrections.tsx";
import { CorrectForm } from "./correct-form.tsx";
import { Reopen } from "./reopen.tsx";
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
  const [isCorrecting, setCorrecting] = useState(false);
  const isDirected = runs(viewer, committee);
  const mayResolve = isDirected || actsFor(viewer, owner?.id);
  const mayCorrect = mayResolve && isCorrectable(issue.resolvedAt);
  return (
    <div className="page narrow">
      <BackTo list="/issues">问题台账</BackTo>
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
      {state === "RESOLVED" && (
        <section className="stack">
          <h2>办理结果</h2>
          <p className="prose">{outcome}</p>
          {issue.resolvedAt !== null && (
            <p className="muted">{showInstant(issue.resolvedAt)} 销号</p>
          )}
        </section>
      )}
      {isCorrecting ? (
        <CorrectForm issue={issue} isDirected={isDirected} onDone={() => setCorrecting(false)} />
      ) : (
        mayCorrect && (
          <div className="buttons">
            <Button onPress={() => setCorrecting(true)}>更正</Button>
            {state === "RESOLVED" && <Reopen id={id} version={version} title={title} />}
          </div>
        )
      )}
      {state === "RAISED" &&
        (mayResolve ? (
          <ResolveForm id={id} version={version} />
        ) : (
          <p className="muted">办好之后，由责任单位的联络员或委员会的书记登记结果。</p>
        ))}
      <Corrections record={id} />
    </div>
  );
}
