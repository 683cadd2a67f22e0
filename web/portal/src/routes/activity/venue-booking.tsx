import { Link } from "@tanstack/react-router";
import { actsFor } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { VenueBookingsDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { dayOf, showTime } from "../../words/time.ts";
import { type PageActivity, isOpen } from "./activity.ts";

/** Whether the host has booked the venue: to plan an activity there books nothing. */
export function VenueBooking({ activity }: { readonly activity: PageActivity }) {
  const viewer = useViewer();
  const { venue, host, startsAt: start, endsAt: end } = activity;
  const isAsked = venue !== null && isOpen(activity) && actsFor(viewer, host?.id);
  const { data } = useAsk(
    VenueBookingsDocument,
    { id: venue?.id ?? "", during: { start, end } },
    { isEnabled: isAsked },
  );
  if (!isAsked || data?.resource?.state !== "PUBLISHED") return null;
  const booked = data.resource.bookings.nodes.find(
    ({ state, organization }) =>
      organization?.id === host?.id && (state === "CONFIRMED" || state === "REQUESTED"),
  );
  if (booked)
    return (
      <p className="hint">
        {booked.state === "CONFIRMED" ? "场地已经预约。" : "场地的预约在等提供方答复。"}
      </p>
    );
  const isOneDay = dayOf(start) === dayOf(end);
  return (
    <p>
      场地还没有预约。
      <Link
        to="/resources/$id"
        params={{ id: venue.id }}
        search={{
          day: dayOf(start),
          ...(isOneDay ? { from: showTime(start), to: showTime(end) } : {}),
        }}
      >
        去预约
      </Link>
    </p>
  );
}
