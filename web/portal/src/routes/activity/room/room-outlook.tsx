import { RoomOutlookDocument, type RoomOutlookQuery } from "../../../graph/generated/graphql.ts";
import { actsFor } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { useAsk } from "../../../graph/query-client.ts";
import {
  type WhenValues,
  bookableRange,
  isPast,
  rangeOf,
  whenOfTime,
} from "../../../forms/when.ts";
import { timeOfRange } from "../../../words/chosen-time.ts";
import { dayOf, lastDayOf } from "../../../words/time.ts";
import { isFree, nearTimes, searchedAround } from "../../resource/free-times.ts";
import { brokenRule, rulesInWords, whyTaken } from "../../resource/rules.ts";
import { useHolidays } from "../../resource/use-holidays.ts";
import { TimesInstead } from "../../resource/times-instead.tsx";
import { type OwnTime, withOwn } from "./own-time.ts";

interface RoomOutlookProps {
  readonly venueId: string;
  readonly hostId: string | undefined;
  /** When the activity would be. */
  readonly when: WhenValues;
  /** Takes another time over; undefined where the time is fixed. */
  readonly onTime: ((time: Partial<WhenValues>) => void) | undefined;
  /** The time that the activity has in this room already. */
  readonly own: OwnTime | undefined;
}

type Room = NonNullable<RoomOutlookQuery["resource"]>;

/** Where a room is, its rules, whether it can be had, and whether it is booked or asked for. */
export function RoomOutlook({ venueId, hostId, when, onTime, own }: RoomOutlookProps) {
  const viewer = useViewer();
  const { day } = when;
  const range = rangeOf(when);
  const now = new Date();
  const asked = bookableRange(when);
  const { data } = useAsk(
    RoomOutlookDocument,
    {
      id: venueId,
      during: asked
        ? searchedAround(dayOf(asked.start), now, lastDayOf(asked))
        : searchedAround(dayOf(now), now),
    },
    { keepsPrevious: true },
  );
  const room = data?.resource;
  if (!room || day === undefined) return null;
  if (range && isPast(range)) return <p className="hint">已经过去的时间不预约场地。</p>;
  const { approval, provider, venue } = room;
  // Whoever may not book for the host asks, whatever the rules of the room are.
  const waits = !actsFor(viewer, hostId) || (approval && provider?.id !== hostId);
  const where = [venue?.address, venue?.seats == null ? null : `${venue.seats} 座`]
    .filter((part) => part != null)
    .join(" · ");
  return (
    <div className="stack" role="group" aria-label="所选场地">
      {where !== "" && <p className="hint">{where}</p>}
      {rulesInWords(room).map((rule) => (
        <p key={rule} className="hint">
          {rule}
        </p>
      ))}
      <Haveable room={room} when={when} onTime={onTime} own={own} />
      <p className="hint">
        {waits
          ? `保存时向${provider?.name ?? "提供方"}申请这个场地，答复之前为您留着；不同意会通知主办单位另选。`
          : "保存时就订好这个场地，不用另外预约。"}
      </p>
    </div>
  );
}

interface HaveableProps extends Pick<RoomOutlookProps, "when" | "onTime" | "own"> {
  readonly room: Room;
}

/** Whether the time can be had, and where it cannot, which can. */
function Haveable({ room, when, onTime, own }: HaveableProps) {
  const range = rangeOf(when);
  const chosen = range && timeOfRange(range);
  const { day = "", lastDay = day } = chosen ?? {};
  const holidays = useHolidays([room], [day, lastDay]);
  if (!chosen) return null;
  const time = { ...chosen, quantity: 1 };
  const free = withOwn(room.free, own);
  const now = new Date();
  const broken = brokenRule(room, time, now);
  if (broken === undefined && isFree(time, free))
    return (
      <p className="hint free" role="status">
        ✓ 这段时间空闲
      </p>
    );
  const near = onTime ? nearTimes({ wish: time, resource: room, free, now }) : [];
  return (
    <div className="stack" role="status">
      <p className="fault">
        {broken ?? whyTaken({ ...room, holidays }, room.closures, time)}
        {near.length > 0 && "这些时间空闲："}
      </p>
      {onTime && near.length > 0 && (
        <TimesInstead day={day} times={near} onChoose={(one) => onTime(whenOfTime(one))} />
      )}
    </div>
  );
}
