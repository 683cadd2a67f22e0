import { Link, getRouteApi, useLocation } from "@tanstack/react-router";
import { useOwnCommittees } from "../../app/own-committees.ts";
import { useViewer } from "../../app/viewer.ts";
import { BackTo } from "../../components/back-to.tsx";
import { Empty } from "../../components/empty.tsx";
import { IssueOccasionDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { RaiseForm } from "./raise-form.tsx";

const route = getRouteApi("/issues/new");

/** Raises an issue before a committee, and says whose it is. */
export function RaisePage() {
  const viewer = useViewer();
  const { href } = useLocation();
  return (
    <div className="page narrow">
      <BackTo list="/issues">问题台账</BackTo>
      <h1>提出问题</h1>
      {viewer?.kind === "ANONYMOUS" ? (
        <Empty title="请先登录">
          问题由委员会的委员、书记和成员单位的联络员提出。
          <Link to="/sign-in" search={{ back: href }}>
            去登录
          </Link>
        </Empty>
      ) : (
        <Raising />
      )}
    </div>
  );
}

function Raising() {
  const { committee, activity } = route.useSearch();
  const committees = useOwnCommittees();
  const { data } = useAsk(
    IssueOccasionDocument,
    { id: activity ?? "" },
    { isEnabled: activity !== undefined },
  );
  if (!committees || (activity !== undefined && !data))
    return <div className="loading" role="status" aria-label="正在读取" />;
  if (committees.length === 0)
    return (
      <Empty title="您还不能提出问题">
        问题由委员会的委员、书记和成员单位的联络员提出。请找本单位的联络员。
      </Empty>
    );
  const occasion = data?.activity ?? undefined;
  return (
    <RaiseForm
      committees={committees}
      committee={occasion?.committee?.id ?? committee}
      occasion={occasion}
    />
  );
}
