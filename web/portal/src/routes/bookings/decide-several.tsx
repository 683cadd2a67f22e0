import "./decide-several.css";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { CheckLine } from "../../components/check-line.tsx";
import { Confirm } from "../../components/confirm.tsx";
import type { BookingOfListFragment } from "../../graph/generated/graphql.ts";
import { BookingRow } from "./booking-row.tsx";
import { useDecideAll } from "./use-decide-all.ts";

/** Bookings of what a unit offers. Requests can be chosen and decided about together. */
export function DecideSeveral({
  bookings,
}: {
  readonly bookings: readonly BookingOfListFragment[];
}) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const { decide, isPending, faults, done } = useDecideAll();
  const requests = bookings.filter(({ state }) => state === "REQUESTED");
  // Whatever has been decided about in the meantime is not chosen any more.
  const chosen = requests.filter(({ id }) => marked.has(id));
  const isWhole = requests.length > 0 && chosen.length === requests.length;
  const mark = (id: string, isChosen: boolean): void =>
    setMarked(
      (before) => new Set([...before].filter((one) => one !== id).concat(isChosen ? id : [])),
    );
  const count = chosen.length;
  return (
    <>
      {requests.length > 1 && (
        <div className="decide-several" role="group" aria-label="一起答复">
          <CheckLine
            value={isWhole}
            onChange={(all) => setMarked(new Set(all ? requests.map(({ id }) => id) : []))}
          >
            全选待答复的 {requests.length} 项
          </CheckLine>
          <Button
            look="main"
            isDisabled={count === 0 || isPending}
            onPress={() => void decide(chosen, { confirm: true })}
          >
            {isPending ? "正在答复…" : `同意选中的（${count} 项）`}
          </Button>
          {count > 0 && (
            <Confirm
              action={`不同意选中的（${count} 项）`}
              question={`不同意选中的 ${count} 项预约申请？原因会一并告诉各单位。`}
              reasonLabel="原因（对方会看到）"
              stay="再看看"
              error={null}
              onConfirm={async (reason) => {
                await decide(chosen, { confirm: false, reason });
              }}
            />
          )}
        </div>
      )}
      {done > 0 && (
        <p className="notice notice-good" role="status">
          已答复 {done} 项。
          {faults.size > 0 && `还有 ${faults.size} 项没有答复成，原因写在各项下面。`}
        </p>
      )}
      <ul className="rows">
        {bookings.map((booking) => (
          <BookingRow
            key={booking.id}
            booking={booking}
            isOffered
            choosable={
              booking.state === "REQUESTED" && requests.length > 1
                ? {
                    isChosen: marked.has(booking.id),
                    choose: (isChosen) => mark(booking.id, isChosen),
                    fault: faults.get(booking.id),
                  }
                : undefined
            }
          />
        ))}
      </ul>
    </>
  );
}
