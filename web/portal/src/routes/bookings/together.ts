import type { AwaitingSeriesFragment } from "../../graph/generated/graphql.ts";
import { dayOf, showDay } from "../../words/time.ts";
import { showRepeat } from "../resource/repeat.ts";

/** The most that are decided about together, as the hub has it. */
export const MOST_DECIDED = 50;

/** A request that is decided about, as the hub is told of it. */
export interface DecidedItem {
  readonly id: string;
  readonly version: number;
}

export const asItem = ({ id, version }: DecidedItem): DecidedItem => ({ id, version });

/** 系列预约：每周，5 次待答复，到 12月31日 周四 为止. */
export function showAwaiting({ every, interval, awaiting }: AwaitingSeriesFragment): string {
  const last = awaiting.at(-1);
  const until = last ? `，到 ${showDay(dayOf(last.during.start))} 为止` : "";
  return `系列预约：${showRepeat(every, interval)}，${awaiting.length} 次待答复${until}`;
}

/** A series of which several dates await an answer: they are decided about together. */
export const isTogether = (
  series: AwaitingSeriesFragment | null | undefined,
): series is AwaitingSeriesFragment => series != null && series.awaiting.length > 1;
