import { CommitteeLink } from "../../components/committee-link.tsx";
import { Empty } from "../../components/empty.tsx";
import { COMMITTEE_LEVELS } from "../../words/labels.ts";
import { showDay } from "../../words/time.ts";
import type { OrganizationOfPage } from "./organization.ts";

/** The committees that a unit belongs to, then those that it has left. */
export function Memberships({ organization }: { readonly organization: OrganizationOfPage }) {
  const all = organization.memberships?.nodes ?? [];
  if (all.length === 0)
    return <Empty title="还不是任何委员会的成员单位">由委员会的书记吸收加入。</Empty>;
  const sorted = all.toSorted(
    (one, other) => Number(one.leftOn !== null) - Number(other.leftOn !== null),
  );
  return (
    <ul className="rows">
      {sorted.map(({ id, committee, joinedOn, leftOn, leaveReason }) => (
        <li key={id} className="row">
          <div className="row-main">
            <p className="row-title">
              <CommitteeLink committee={committee} />
            </p>
            {committee && <p className="muted">{COMMITTEE_LEVELS[committee.level]}</p>}
            {leaveReason !== null && <p className="muted">退出原因：{leaveReason}</p>}
          </div>
          <span className="muted">
            {leftOn === null
              ? `${showDay(joinedOn)}加入`
              : `${showDay(joinedOn)} 至 ${showDay(leftOn)}，已退出`}
          </span>
        </li>
      ))}
    </ul>
  );
}
