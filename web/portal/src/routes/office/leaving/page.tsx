import { Link, getRouteApi } from "@tanstack/react-router";
import { actsFor, operates, runs } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { Empty } from "../../../components/empty.tsx";
import { Loaded } from "../../../components/loaded.tsx";
import { Lost } from "../../../components/lost.tsx";
import { LeavingPageDocument, type LeavingPageQuery } from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { showDay } from "../../../words/time.ts";
import { CallOffLeaving } from "../leave-committee.tsx";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";
import { LeavingForm } from "./leaving-form.tsx";

const route = getRouteApi("/office/committees/$id/leaving");

/** A unit leaves a committee: when, why, and what becomes of each thing that is open between them. */
export function LeavingPage() {
  const { id } = route.useParams();
  const { unit = "" } = route.useSearch();
  const query = useAsk(LeavingPageDocument, { committee: id, unit });
  return (
    <Loaded query={query}>
      {({ committee, organization }) =>
        committee && organization ? (
          <Leaving committee={committee} organization={organization} />
        ) : (
          <Lost />
        )
      }
    </Loaded>
  );
}

interface LeavingProps {
  readonly committee: NonNullable<LeavingPageQuery["committee"]>;
  readonly organization: NonNullable<LeavingPageQuery["organization"]>;
}

function Leaving({ committee, organization }: LeavingProps) {
  const viewer = useViewer();
  const membership = organization.memberships?.nodes.find(
    ({ committee: joined }) => joined?.id === committee.id,
  );
  const mayEnd =
    runs(viewer, committee) ||
    operates(viewer, committee.region) ||
    actsFor(viewer, organization.id);
  if (!viewer) return null;
  return (
    <div className="page">
      <p className="trail">
        <Link to="/office/committees/$id" params={{ id: committee.id }}>
          {committee.name}
        </Link>
      </p>
      <OfficeHead title={`${organization.name}退出`} />
      {!mayEnd ? (
        <NotForYou whom="委员会的书记、本单位的联络员和当地的平台管理员" />
      ) : membership === undefined ? (
        <Empty title="已不是成员单位">
          “{organization.name}”现在不是“{committee.name}”的成员单位。
        </Empty>
      ) : membership.leavesOn === null ? (
        <LeavingForm
          membership={membership}
          unit={organization}
          committee={committee}
          heir={committee.organization}
        />
      ) : (
        <div className="panel stack">
          <p>
            已安排到{showDay(membership.leavesOn)}
            退出，当天结束后生效。未了结的事项到时按安排处理；此前可以取消。
          </p>
          <div>
            <CallOffLeaving membership={membership} unit={organization.name} look="plain" />
          </div>
        </div>
      )}
    </div>
  );
}
