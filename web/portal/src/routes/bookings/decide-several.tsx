import "./decide-several.css";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { CheckLine } from "../../components/check-line.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Fault } from "../../components/fault.tsx";
import { faultsOf } from "../../forms/faults.ts";
import {
  type AwaitingSeriesFragment,
  type BookingOfListFragment,
  PortalDecideBookingsDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { BookingRow } from "./booking-row.tsx";
import { SeriesRow } from "./series-row.tsx";
import { type DecidedItem, MOST_DECIDED, asItem, isTogether } from "./together.ts";

/** A booking of what a unit offers, with the series that it belongs to. */
type OfferedBooking = BookingOfListFragment & {
  readonly series: AwaitingSeriesFragment | null;
};

interface DecideSeveralProps {
  readonly bookings: readonly OfferedBooking[];
  /** Called once some were decided about, which may leave nothing in the list. @param words what came of it. */
  readonly onAnswered: (words: string) => void;
}

/** Bookings of what a unit offers. Requests can be chosen and decided about together, all or none. */
export function DecideSeveral({ bookings, onAnswered }: DecideSeveralProps) {
  // With the version that was on the page when it was chosen.
  const [marked, setMarked] = useState<ReadonlyMap<string, number>>(new Map());
  const decide = useChange(PortalDecideBookingsDocument, async ({ decideBookings }) =>
    onAnswered(`已答复 ${decideBookings?.bookings.length ?? 0} 项。`),
  );
  const requests = bookings.filter(({ state }) => state === "REQUESTED");
  // Whatever has been decided about or changed in the meantime is not chosen any more.
  const chosen = requests.filter(({ id, version }) => marked.get(id) === version).map(asItem);
  const most = Math.min(requests.length, MOST_DECIDED);
  const count = chosen.length;
  const mark = (items: readonly DecidedItem[]): void => {
    decide.reset();
    setMarked(new Map(items.map(({ id, version }) => [id, version])));
  };
  const faults = faultsOf(decide.error);
  const faultOf = (id: string): string | undefined => {
    const at = decide.variables?.bookings.findIndex((item) => item.id === id) ?? -1;
    return at < 0 ? undefined : faults[`bookings.${at}`];
  };
  const hasLines = Object.values(faults).some((words) => words !== undefined);
  const row = (booking: OfferedBooking) => (
    <BookingRow
      key={booking.id}
      booking={booking}
      isOffered
      fault={faultOf(booking.id)}
      onAnswered={onAnswered}
      choosable={
        booking.state === "REQUESTED" && requests.length > 1
          ? {
              isChosen: chosen.some(({ id }) => id === booking.id),
              choose: (isChosen) =>
                mark(
                  isChosen
                    ? [...chosen, asItem(booking)]
                    : chosen.filter(({ id }) => id !== booking.id),
                ),
            }
          : undefined
      }
    />
  );
  return (
    <>
      {requests.length > 1 && (
        <div className="decide-several" role="group" aria-label="一并答复">
          <CheckLine
            value={count === most}
            onChange={(all) => mark(all ? requests.slice(0, MOST_DECIDED).map(asItem) : [])}
          >
            全选待答复的 {most} 项
          </CheckLine>
          <Button
            look="main"
            isDisabled={count === 0 || count > MOST_DECIDED || decide.isPending}
            onPress={() => decide.mutate({ bookings: chosen, confirm: true })}
          >
            {decide.isPending ? "正在答复…" : `同意选中的（${count} 项）`}
          </Button>
          {count > 0 && (
            <Confirm
              action={`不同意选中的（${count} 项）`}
              question={`不同意选中的 ${count} 项预约申请？原因会一并告诉各单位。`}
              reasonLabel="原因（对方会看到）"
              stay="再看看"
              error={decide.error}
              onConfirm={async (reason) => {
                await decide.mutateAsync({ bookings: chosen, confirm: false, reason });
              }}
            />
          )}
          {count > MOST_DECIDED && (
            <p className="fault">一次最多答复 {MOST_DECIDED} 项，请少选一些。</p>
          )}
        </div>
      )}
      {hasLines ? (
        <p className="notice notice-bad" role="alert">
          有的现在答复不了，所以一项也没有答复。原因写在各项下面：取消选中这些，再答复其余的。
        </p>
      ) : (
        <Fault error={decide.error} />
      )}
      <ul className="rows">
        {[...Map.groupBy(bookings, keyOf)].map(([key, own]) => {
          const [first] = own;
          return first && key !== first.id && isTogether(first.series) ? (
            <SeriesRow
              key={key}
              series={first.series}
              first={first}
              listed={own.length}
              onAnswered={onAnswered}
            >
              {own.map(row)}
            </SeriesRow>
          ) : (
            own.map(row)
          );
        })}
      </ul>
    </>
  );
}

/** Dates of a series that await an answer stand together, where the first of them does. */
const keyOf = ({ id, state, series }: OfferedBooking): string =>
  state === "REQUESTED" && isTogether(series) ? series.id : id;
