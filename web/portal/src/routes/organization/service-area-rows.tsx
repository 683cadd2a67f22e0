import { Link } from "@tanstack/react-router";
import { managesCommittees, operates } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { PlaceName } from "../../components/place-name.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import type { ServiceAreaPartsFragment } from "../../graph/generated/graphql.ts";
import { ORGANIZATION_KINDS } from "../../words/labels.ts";
import { dayOf, showDay, showDays } from "../../words/time.ts";
import { EndServiceArea } from "./end-service-area.tsx";

interface ServiceAreaRowsProps {
  readonly areas: readonly ServiceAreaPartsFragment[];
  /** What the page is about, so that each row names the other side. */
  readonly of: "unit" | "place";
}

/** Who serves which estate from a day to a day: what runs now first. */
export function ServiceAreaRows({ areas, of }: ServiceAreaRowsProps) {
  const viewer = useViewer();
  const today = dayOf(new Date());
  const isOver = ({ until }: ServiceAreaPartsFragment): boolean => until !== null && until < today;
  const sorted = areas.toSorted((one, other) => Number(isOver(one)) - Number(isOver(other)));
  return (
    <ul className="rows">
      {sorted.map((area) => {
        const { id, from, until, organization, region } = area;
        return (
          <li key={id} className="row">
            <div className="row-main">
              <p className="row-title">
                {of === "place" ? (
                  <OrganizationLink organization={organization} />
                ) : operates(viewer, region) ? (
                  <Link to="/office/regions" search={{ place: region?.code }}>
                    {region?.name}
                  </Link>
                ) : (
                  region?.name
                )}
              </p>
              <p className="muted">
                {of === "place"
                  ? organization && ORGANIZATION_KINDS[organization.kind]
                  : region?.parent && <PlaceName place={region.parent} />}
                {" · "}
                {until === null ? `${showDay(from)}起` : showDays(from, until)}
              </p>
            </div>
            {isOver(area) ? (
              <StateMark tone="muted">已结束</StateMark>
            ) : from > today ? (
              <StateMark tone="wait">待开始</StateMark>
            ) : (
              <StateMark tone="good">服务中</StateMark>
            )}
            {managesCommittees(viewer) && !isOver(area) && from <= today && (
              <EndServiceArea area={area} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
