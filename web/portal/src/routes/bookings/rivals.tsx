import type { BookingOfListFragment } from "../../graph/generated/graphql.ts";
import { showInstant, showRange } from "../../words/time.ts";

/** Who else waits for a booking's time: for whoever decides about it. */
export function Rivals({ booking }: { readonly booking: BookingOfListFragment }) {
  const { rivals, during } = booking;
  if (rivals.length === 0) return null;
  const units = new Set(rivals.map(({ id, organization }) => organization?.id ?? id)).size;
  return (
    <div className="hint">
      还有 {units} 家候补这段时间，按先后：
      <ol className="plain-list">
        {rivals.map(({ id, organization, during: wanted, quantity, state, offeredUntil }) => (
          <li key={id}>
            {organization?.name ?? "已注销的单位"}
            {(wanted.start !== during.start || wanted.end !== during.end) &&
              `，${showRange(wanted)}`}
            {state === "OFFERED" &&
              `，已空出的正为其保留${offeredUntil === null ? "" : `到 ${showInstant(offeredUntil)}`}`}
            {quantity > 1 && `，${quantity}${booking.resource?.unit ?? "份"}`}
          </li>
        ))}
      </ol>
    </div>
  );
}
