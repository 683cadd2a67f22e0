import { getRouteApi } from "@tanstack/react-router";
import { FreeTimesDocument, type ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { addDays, instantAt } from "../../words/time.ts";
import { wantedTime } from "../resources/search.ts";
import { DAYS_SEARCHED, isFree, nearTimes } from "./free-times.ts";
import { brokenRule, whyTaken } from "./rules.ts";
import { TimesInstead } from "./times-instead.tsx";

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
  const found = data?.resource;
  if (!isWhole || !found || day === undefined || from === undefined || to === undefined)
    return null;
  const { free, closures } = found;
  const wish = { day, from, to, quantity };
  const now = new Date();
  // The form itself says what the time breaks.
  if (brokenRule(resource, wish, now) !== undefined) return null;
  if (isFree(wish, free))
    return (
      <p className="hint free" role="status">
        ✓ 这段时间空闲
      </p>
    );
  const near = nearTimes(wish, free, (time) => brokenRule(resource, time, now) === undefined);
  return (
    <div className="stack" role="status">
      <p className="fault">
        {whyTaken(resource, closures, wish)}
        {near.length > 0 && "这些时间空闲："}
      </p>
      <TimesInstead day={day} times={near} onChoose={onChoose} />
    </div>
  );
}
