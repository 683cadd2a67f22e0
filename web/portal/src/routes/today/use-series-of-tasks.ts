import { useQueries } from "@tanstack/react-query";
import { ask } from "../../graph/ask.ts";
import {
  type AwaitingSeriesFragment,
  SeriesToDecideDocument,
  type TaskOfListFragment,
} from "../../graph/generated/graphql.ts";
import { keyOf } from "../../graph/query-client.ts";
import { isTogether } from "../bookings/together.ts";

/** By a booking's id: the series of which it and others await an answer. Empty until it is known. */
export type SeriesOfTasks = ReadonlyMap<string, AwaitingSeriesFragment>;

/** The series that tasks to decide about bookings belong to. Asked only for units that have several such tasks. */
export function useSeriesOfTasks(tasks: readonly TaskOfListFragment[]): SeriesOfTasks {
  const byUnit = Map.groupBy(
    tasks.filter(({ kind }) => kind === "DECIDE_BOOKING"),
    ({ organization }) => organization?.id ?? "",
  );
  const units = [...byUnit].flatMap(([unit, own]) => (unit !== "" && own.length > 1 ? [unit] : []));
  const found = useQueries({
    queries: units.map((unit) => ({
      queryKey: keyOf(SeriesToDecideDocument, { unit }),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        ask(SeriesToDecideDocument, { unit }, signal),
    })),
  });
  const series = found
    .flatMap(({ data }) => data?.bookings?.nodes ?? [])
    .flatMap((booking) => (isTogether(booking.series) ? [booking.series] : []));
  return new Map(series.flatMap((one) => one.awaiting.map(({ id }) => [id, one] as const)));
}
