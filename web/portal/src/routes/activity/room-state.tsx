import { Link } from "@tanstack/react-router";
import { StateMark } from "../../components/state-mark.tsx";
import { showRange } from "../../words/time.ts";
import { type PageActivity, isOpen } from "./activity.ts";

/** What became of the room of an activity, for whoever may see its booking. */
export function RoomState({ activity }: { readonly activity: PageActivity }) {
  const { venue, venueBooking: booking } = activity;
  if (!venue || !booking || !isOpen(activity)) return null;
  const { tone, words } = stateOf(activity, booking);
  return (
    <p className="stack">
      <span>
        <StateMark tone={tone}>{words}</StateMark>{" "}
        <Link to="/bookings/$id" params={{ id: booking.id }}>
          看预约
        </Link>
      </span>
    </p>
  );
}

type Booking = NonNullable<PageActivity["venueBooking"]>;

function stateOf(
  { startsAt, endsAt }: PageActivity,
  { state, during }: Booking,
): { readonly tone: "good" | "wait" | "bad"; readonly words: string } {
  if (state === "DENIED") return { tone: "bad", words: "提供方未同意，请另选场地或改期" };
  if (state === "CANCELLED") return { tone: "bad", words: "场地的预约已取消，请另选场地或改期" };
  const isCovered =
    Date.parse(during.start) <= Date.parse(startsAt) &&
    Date.parse(during.end) >= Date.parse(endsAt);
  if (!isCovered)
    return { tone: "bad", words: `场地订的还是 ${showRange(during)}，请另选场地或改期` };
  return state === "REQUESTED"
    ? { tone: "wait", words: "已申请，等提供方答复" }
    : { tone: "good", words: "场地已订好" };
}
