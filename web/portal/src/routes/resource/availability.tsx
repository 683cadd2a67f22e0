import { getRouteApi } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { FreeTimesDocument, type ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { addDays, instantAt, showDay } from "../../words/time.ts";
import { wantedTime } from "../resources/search.ts";
import { DAYS_SEARCHED, isFree, nearTimes } from "./free-times.ts";

interface AvailabilityProps {
  readonly resource: ResourceOfPageFragment;
  readonly quantity: number;
  readonly onChoose: (time: { day: string; from: string; to: string }) => void;
}

const route = getRouteApi("/resources/$id");

/** Whether the time that was chosen is free; where it is not, times near it that are. */
export function Availability({ resource, quantity, onChoose }: AvailabilityProps) {
  const { day, from, to } = route.useSearch();
  const isWhole = wantedTime({ day, from, to }) !== undefined;
  const first = day ?? "";
  const { data } = useAsk(
    FreeTimesDocument,
    {
      id: resource.id,
      during: {
        start: instantAt(first, "00:00"),
        end: instantAt(isWhole ? addDays(first, DAYS_SEARCHED) : first, "00:00"),
      },
    },
    { isEnabled: isWhole },
  );
  const free = data?.resource?.free;
  if (!isWhole || !free || day === undefined || from === undefined || to === undefined) return null;
  const wish = { day, from, to, quantity };
  const now = new Date();
  if (Date.parse(instantAt(day, from)) < now.getTime()) return null;
  if (isFree(wish, free))
    return (
      <p className="hint free" role="status">
        ✓ 这段时间空闲
      </p>
    );
  const near = nearTimes(wish, free, now);
  return (
    <div className="stack" role="status">
      <p className="fault">这段时间已经有预约了。{near.length > 0 && "这些时间空闲："}</p>
      <div className="buttons">
        {near.map((one) => (
          <Button
            key={`${one.day}${one.from}`}
            onPress={() => onChoose({ day: one.day, from: one.from, to: one.to })}
          >
            {one.day === day ? "当天" : showDay(one.day)} {one.from}–{one.to}
          </Button>
        ))}
      </div>
    </div>
  );
}
