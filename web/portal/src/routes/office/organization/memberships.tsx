import { Link } from "@tanstack/react-router";
import { actsFor, operates, runs } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { Empty } from "../../../components/empty.tsx";
import { StateMark } from "../../../components/state-mark.tsx";
import { showDay } from "../../../words/time.ts";
import { LeaveCommittee } from "../leave-committee.tsx";
import type { OfficeOrganization } from "./page.tsx";

/** The committees that a unit is or was a member of. */
export function Memberships({ unit }: { readonly unit: OfficeOrganization }) {
  const viewer = useViewer();
  const memberships = unit.memberships?.nodes ?? [];
  if (memberships.length === 0)
    return (
      <Empty title="还没有加入委员会">
        由委员会的书记吸收，或由联络员在委员会页面上申请；加入以后，才能看到委员会内部的资源和活动。
      </Empty>
    );
  return (
    <ul className="rows">
      {memberships.map(({ id, version, joinedOn, leftOn, leavesOn, leaveReason, committee }) => {
        const mayEnd =
          runs(viewer, committee) ||
          operates(viewer, committee?.region) ||
          actsFor(viewer, unit.id);
        return (
          <li key={id} className="row">
            <div className="row-main">
              <p className="row-title">
                {committee && (
                  <Link to="/office/committees/$id" params={{ id: committee.id }}>
                    {committee.name}
                  </Link>
                )}
              </p>
              <p className="muted">
                {showDay(joinedOn)}加入
                {leftOn !== null && `，${showDay(leftOn)}退出`}
                {leaveReason !== null && `：${leaveReason}`}
              </p>
            </div>
            {leftOn === null ? (
              <StateMark tone="good">成员单位</StateMark>
            ) : (
              <StateMark tone="muted">已退出</StateMark>
            )}
            {leftOn === null && mayEnd && committee && (
              <LeaveCommittee
                membership={{ id, version, leavesOn }}
                unit={unit}
                committee={committee.id}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
