import { Link } from "@tanstack/react-router";
import type { TaskAcceptOfferMutation } from "../../graph/generated/graphql.ts";
import { showRange } from "../../words/time.ts";

/** A time that was offered and has been accepted. */
export type AcceptedEntry = NonNullable<TaskAcceptOfferMutation["acceptOffer"]>["entry"];

/** What came of accepting a time: it is booked, or the owner is asked first. */
export function Accepted({ entry }: { readonly entry: AcceptedEntry }) {
  const { booking, during, resource } = entry;
  const waits = booking?.state === "REQUESTED";
  return (
    <>
      <p>
        {waits ? "已接受，待提供方答复" : "已接受，预约成功"}：{resource?.title ?? "已撤下的资源"}{" "}
        {showRange(during)}。{waits && "答复之前，这段时间为您留着。"}
      </p>
      {booking && (
        <p>
          <Link to="/bookings/$id" params={{ id: booking.id }}>
            看这个预约
          </Link>
        </p>
      )}
    </>
  );
}

/** What is said before it is accepted, where that alone books nothing. */
export const STILL_ASKED = "接受后还要提供方同意，预约才生效；答复之前，这段时间为您留着。";

interface Offer {
  readonly resource: {
    readonly approval: boolean;
    readonly provider: { readonly id: string } | null;
  } | null;
}

/** Whether the owner must still agree. @param unit id of the unit that waits: nobody asks itself. */
export const isStillAsked = ({ resource }: Offer, unit: string | undefined): boolean =>
  resource?.approval === true && resource.provider?.id !== unit;
