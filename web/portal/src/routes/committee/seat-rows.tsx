import { OrganizationLink } from "../../components/organization-link.tsx";
import type { SeatPartsFragment, SeatRole } from "../../graph/generated/graphql.ts";
import { SEAT_ROLES } from "../../words/labels.ts";
import { showDay, showDays } from "../../words/time.ts";

const ORDER = Object.keys(SEAT_ROLES) as SeatRole[];

/** Seats by office, the secretary first. */
export function SeatRows({ seats }: { readonly seats: readonly SeatPartsFragment[] }) {
  const sorted = seats.toSorted(
    (one, other) => ORDER.indexOf(one.role) - ORDER.indexOf(other.role),
  );
  return (
    <>
      <ul className="rows">
        {sorted.map(({ id, role, holderName, since, until, endReason, fromOrganization }) => (
          <li key={id} className="row">
            <div className="row-main">
              <p className="row-title">
                {SEAT_ROLES[role]}
                {holderName !== null && ` · ${holderName}`}
              </p>
              <p className="muted">
                <OrganizationLink organization={fromOrganization} />
                {endReason !== null && ` · 离任原因：${endReason}`}
              </p>
            </div>
            <span className="muted">
              {until === null ? `${showDay(since)}任职` : showDays(since, until)}
            </span>
          </li>
        ))}
      </ul>
      {sorted.some(({ holderName }) => holderName === null) && (
        <p className="hint">姓名仅联盟内登录后可见。</p>
      )}
    </>
  );
}
