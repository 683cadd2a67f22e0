import { actsFor, operates, runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { Paged } from "../../components/paged.tsx";
import {
  type UnitSeatPartsFragment,
  UnitSeatsFromDocument,
  UnitSeatsInDocument,
} from "../../graph/generated/graphql.ts";
import { type Pages, usePages } from "../../graph/use-pages.ts";
import { showDay, showDays } from "../../words/time.ts";
import { AppointUnitSeat } from "./appoint-unit-seat.tsx";
import { CorrectUnitSeat } from "./correct-unit-seat.tsx";
import { EndUnitSeat } from "./end-unit-seat.tsx";
import type { OrganizationOfPage } from "./organization.ts";

interface UnitSeatsProps {
  readonly organization: OrganizationOfPage;
}

/** Who of other units sits in this one, and whom it sends to sit in others. */
export function UnitSeats({ organization }: UnitSeatsProps) {
  const { id } = organization;
  const into = usePages(UnitSeatsInDocument, { id }, (result) => result.organization?.seatsIn);
  const from = usePages(UnitSeatsFromDocument, { id }, (result) => result.organization?.seatsFrom);
  const mayEnter = useMayEnterSeats(organization);
  return (
    <>
      <h3>在本单位任职</h3>
      {mayEnter.in && <AppointUnitSeat organization={organization} isIn />}
      <SeatList pages={into} organization={organization} none="没有其他单位的人在这里任职" />
      <h3>由本单位派出</h3>
      {mayEnter.from && <AppointUnitSeat organization={organization} isIn={false} />}
      <SeatList pages={from} organization={organization} none="没有派人到其他单位任职" />
    </>
  );
}

interface SeatListProps extends UnitSeatsProps {
  readonly pages: Pages<UnitSeatPartsFragment>;
  readonly none: string;
}

function SeatList({ pages, organization, none }: SeatListProps) {
  return (
    <Paged pages={pages} empty={<Empty title={none} />}>
      {(seats) => (
        <ul className="rows">
          {seats.map((seat) => (
            <SeatRow key={seat.id} seat={seat} organization={organization} />
          ))}
        </ul>
      )}
    </Paged>
  );
}

function SeatRow({
  seat,
  organization,
}: UnitSeatsProps & { readonly seat: UnitSeatPartsFragment }) {
  const { role, since, until, holderName, body, fromOrganization } = seat;
  const isIn = body?.id === organization.id;
  const mayChange = useMayChange(seat, organization);
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          {role}
          {holderName !== null && ` · ${holderName}`}
        </p>
        <p className="muted">
          {isIn ? "派出单位：" : "任职单位："}
          <OrganizationLink organization={isIn ? fromOrganization : body} />
          {" · "}
          {until === null ? `${showDay(since)}起` : showDays(since, until)}
        </p>
      </div>
      {mayChange && (
        <div className="buttons">
          <CorrectUnitSeat seat={seat} agreements={organization.agreements?.nodes ?? []} />
          {until === null && <EndUnitSeat seat={seat} />}
        </div>
      )}
    </li>
  );
}

/** Either unit changes it, whoever runs a committee of the body, and the operators of its place. */
function useMayChange(seat: UnitSeatPartsFragment, organization: OrganizationOfPage): boolean {
  const viewer = useViewer();
  const { body, fromOrganization } = seat;
  const isHere = body?.id === organization.id;
  return (
    actsFor(viewer, body?.id) ||
    actsFor(viewer, fromOrganization?.id) ||
    operates(viewer, body?.region) ||
    (isHere && runsCommitteeOf(viewer, organization))
  );
}

/** Which seats a viewer may enter on a unit's page: whoever sits in it, and whom it sends. */
export function useMayEnterSeats(organization: OrganizationOfPage): {
  readonly in: boolean;
  readonly from: boolean;
} {
  const viewer = useViewer();
  if (organization.state !== "ACTIVE") return { in: false, from: false };
  const isOwn = actsFor(viewer, organization.id);
  const keeps = operates(viewer, organization.region) || runsCommitteeOf(viewer, organization);
  return { in: isOwn || keeps, from: isOwn };
}

const runsCommitteeOf = (
  viewer: ReturnType<typeof useViewer>,
  { memberships }: OrganizationOfPage,
): boolean =>
  memberships?.nodes.some(({ committee, leftOn }) => leftOn === null && runs(viewer, committee)) ===
  true;
