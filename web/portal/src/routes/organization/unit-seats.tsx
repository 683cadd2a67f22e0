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
import { CorrectUnitSeat } from "./correct-unit-seat.tsx";
import type { OrganizationOfPage } from "./organization.ts";

interface UnitSeatsProps {
  readonly organization: OrganizationOfPage;
}

/** Who of other units sits in this one, and whom it sends to sit in others. */
export function UnitSeats({ organization }: UnitSeatsProps) {
  const { id } = organization;
  const into = usePages(UnitSeatsInDocument, { id }, (result) => result.organization?.seatsIn);
  const from = usePages(UnitSeatsFromDocument, { id }, (result) => result.organization?.seatsFrom);
  return (
    <>
      <h3>在本单位任职</h3>
      <SeatList pages={into} organization={organization} none="没有其他单位的人在这里任职" />
      <h3>由本单位派出</h3>
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
  const mayCorrect = useMayCorrect(seat, organization);
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
      {mayCorrect && (
        <CorrectUnitSeat seat={seat} agreements={organization.agreements?.nodes ?? []} />
      )}
    </li>
  );
}

/** Either unit corrects it, whoever runs a committee of the body, and the operators of its place. */
function useMayCorrect(
  seat: UnitSeatPartsFragment,
  { id, memberships }: OrganizationOfPage,
): boolean {
  const viewer = useViewer();
  const { body, fromOrganization } = seat;
  const isRun =
    body?.id === id &&
    memberships?.nodes.some(({ committee, leftOn }) => leftOn === null && runs(viewer, committee));
  return (
    actsFor(viewer, body?.id) ||
    actsFor(viewer, fromOrganization?.id) ||
    operates(viewer, body?.region) ||
    isRun === true
  );
}
