import { FreeTimesDocument, type ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { heldWithin, showHeld } from "../../words/held.ts";
import type { ChosenTime } from "../../words/chosen-time.ts";
import { dayOf, showRange } from "../../words/time.ts";
import { useChosenTime } from "./booking-fields.tsx";
import { isFree, nearTimes, searchedAround } from "./free-times.ts";
import { firstDayNotOpen } from "./hours.ts";
import { brokenRule, whyTaken } from "./rules.ts";
import { faultOfDays } from "../resources/search.ts";
import { TimesInstead } from "./times-instead.tsx";
import { useHolidays } from "./use-holidays.ts";
import { WaitInstead, type Wish } from "./wait-instead.tsx";

interface AvailabilityProps {
  readonly resource: ResourceOfPageFragment;
  readonly wish: Wish;
  readonly onChoose: (time: ChosenTime) => void;
}

/** Whether the time that was chosen is free; where it is not, times near it that are, and the waiting list. */
export function Availability({ resource, wish, onChoose }: AvailabilityProps) {
  const { time, during } = useChosenTime();
  const now = new Date();
  // Nothing is asked while no time is chosen.
  const day = time?.day ?? dayOf(now);
  const lastDay = time?.lastDay ?? day;
  const { data } = useAsk(
    FreeTimesDocument,
    { id: resource.id, during: searchedAround(day, now, lastDay) },
    { isEnabled: time !== undefined && faultOfDays(time) === undefined },
  );
  const holidays = useHolidays([resource], [day, lastDay]);
  const found = data?.resource;
  if (!time || !during || !found) return null;
  const { free, closures } = found;
  const wanted = { ...time, quantity: wish.quantity };
  // The form itself says what the time breaks.
  if (brokenRule(resource, time, now) !== undefined) return null;
  if (isFree(wanted, free))
    return (
      <p className="hint free" role="status">
        ✓ 这段时间空闲
      </p>
    );
  const opening = { ...resource, holidays };
  const near = nearTimes({ wish: wanted, resource, free, now });
  return (
    <div className="stack" role="status">
      <p className="fault">
        {whyTaken(opening, closures, time)}
        {near.length > 0 && "这些时间空闲："}
      </p>
      {heldWithin(found.waitingList.nodes, {
        start: Date.parse(during.start),
        end: Date.parse(during.end),
      }).map((entry) => (
        <p key={entry.id} className="hint">
          {showRange(entry.during)} 正{showHeld(entry)}，过时让给下一家。
        </p>
      ))}
      {near.length > 0 && <TimesInstead day={day} times={near} onChoose={onChoose} />}
      {firstDayNotOpen(opening, time) === undefined && (
        <WaitInstead
          // Another unit has not joined yet.
          key={`${during.start} ${during.end} ${wish.organizationId}`}
          resourceId={resource.id}
          during={during}
          wish={wish}
        />
      )}
    </div>
  );
}
