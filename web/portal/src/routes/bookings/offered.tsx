import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Empty } from "../../components/empty.tsx";
import { Fault } from "../../components/fault.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { ask } from "../../graph/ask.ts";
import {
  OfferedBookingsDocument,
  type OfferedBookingsQuery,
  PortalCompleteBookingDocument,
  PortalDecideBookingDocument,
} from "../../graph/generated/graphql.ts";
import { queryClient, useAsk } from "../../graph/query-client.ts";
import { BOOKING_STATES } from "../../words/labels.ts";
import { addDays, dayOf, instantAt, showRange } from "../../words/time.ts";
import { BOOKING_TONES } from "./booking-row.tsx";

type Offered = NonNullable<
  NonNullable<NonNullable<OfferedBookingsQuery["organization"]>["resources"]>["nodes"]
>[number];
type Booking = NonNullable<Offered["bookings"]["nodes"]>[number];

/** How far bookings of what a unit offers are shown, in days from a week ago. */
const DAYS = 97;

/** What others have booked of a unit's resources: those that wait for an answer first. */
export function OfferedBookings({ unit }: { readonly unit: string }) {
  const [first] = useState(() => addDays(dayOf(new Date()), -7));
  const during = {
    start: instantAt(first, "00:00"),
    end: instantAt(addDays(first, DAYS), "00:00"),
  };
  const query = useAsk(OfferedBookingsDocument, { unit, during });
  return (
    <Loaded query={query}>
      {({ organization }) => {
        const bookings = (organization?.resources?.nodes ?? [])
          .flatMap(({ title, bookings: { nodes } }) =>
            (nodes ?? []).map((booking) => ({ title, booking })),
          )
          .filter(({ booking: { state } }) => state === "REQUESTED" || state === "CONFIRMED")
          .toSorted(
            ({ booking: one }, { booking: other }) =>
              Number(one.state !== "REQUESTED") - Number(other.state !== "REQUESTED") ||
              one.during.start.localeCompare(other.during.start),
          );
        if (bookings.length === 0) return <Empty title="没有别的单位预约您的资源" />;
        return (
          <ul className="rows">
            {bookings.map(({ title, booking }) => (
              <OfferedBooking key={booking.id} title={title} booking={booking} />
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}

function OfferedBooking({ title, booking }: { readonly title: string; readonly booking: Booking }) {
  const { id, state, version, during, organization, purpose } = booking;
  const onSettled = (): void => void queryClient.invalidateQueries();
  const decide = useMutation({
    mutationFn: (answer: { confirm: boolean; reason?: string }) =>
      ask(PortalDecideBookingDocument, { input: { id, version, ...answer } }),
    onSettled,
  });
  const complete = useMutation({
    mutationFn: () => ask(PortalCompleteBookingDocument, { input: { id, version } }),
    onSettled,
  });
  const isOver = Date.parse(during.end) <= Date.now();
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">{title}</p>
        <p className="muted">
          {showRange(during)} · {organization?.name}
          {purpose !== null && ` · ${purpose}`}
        </p>
        <Fault error={decide.error ?? complete.error} />
      </div>
      <StateMark tone={BOOKING_TONES[state]}>{BOOKING_STATES[state]}</StateMark>
      {state === "REQUESTED" && (
        <div className="buttons">
          <Button
            look="main"
            isDisabled={decide.isPending}
            onPress={() => decide.mutate({ confirm: true })}
          >
            同意
          </Button>
          <Confirm
            action="不同意"
            question={`${organization?.name ?? "对方"} ${showRange(during)} 预约“${title}”。`}
            reasonLabel="原因（对方会看到）"
            error={decide.error}
            onConfirm={async (reason) => {
              await decide.mutateAsync({ confirm: false, reason });
            }}
          />
        </div>
      )}
      {state === "CONFIRMED" && isOver && (
        <Button look="quiet" isDisabled={complete.isPending} onPress={() => complete.mutate()}>
          已用完
        </Button>
      )}
    </li>
  );
}
