import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Fault } from "../../components/fault.tsx";
import {
  type AwaitingSeriesFragment,
  BlockedDatesDocument,
  PortalDecideBookingsDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { useChange } from "../../graph/use-change.ts";
import { type DecidedItem, MOST_DECIDED, asItem, showAwaiting } from "./together.ts";

interface DecideSeriesProps {
  readonly series: AwaitingSeriesFragment;
  /** What it is about, for those who only hear the buttons. */
  readonly of: string;
  /** Called as soon as the hub has it. @param ids of the bookings that were decided about. */
  readonly done: (ids: readonly string[], isConfirmed: boolean) => Promise<void>;
}

/** Confirms or denies all dates of a series that await an answer; those that are blocked cannot be confirmed. */
export function DecideSeries({ series, of, done }: DecideSeriesProps) {
  const decide = useChange(PortalDecideBookingsDocument, async (_, { bookings, confirm }) =>
    done(
      bookings.map(({ id }) => id),
      confirm,
    ),
  );
  const { awaiting } = series;
  // Asked for each series by itself: for a list of them it would be too much at once.
  const { data } = useAsk(BlockedDatesDocument, { id: awaiting[0]?.id ?? "" });
  const isBlocked = new Set(
    (data?.booking?.series?.awaiting ?? []).flatMap(({ id, blockings }) =>
      blockings.length > 0 ? [id] : [],
    ),
  );
  const open = awaiting.filter(({ id }) => !isBlocked.has(id));
  const blocked = awaiting.length - open.length;
  const send = (dates: readonly DecidedItem[], answer: { confirm: boolean; reason?: string }) => {
    const bookings = dates.slice(0, MOST_DECIDED).map(asItem);
    return decide.mutateAsync({ bookings, ...answer });
  };
  const confirm = numberOf(open.length, blocked > 0 ? "其余" : "全部");
  return (
    <>
      {blocked > 0 && (
        <p className="fault">其中 {blocked} 次的时段已停用，取消停用之前不能同意。</p>
      )}
      {open.length > 0 && (
        <Button
          aria-label={`同意${confirm}：${of}`}
          isDisabled={decide.isPending || !data}
          // What is wrong stands below.
          onPress={() => void send(open, { confirm: true }).catch(() => undefined)}
        >
          同意{confirm}
        </Button>
      )}
      <Confirm
        action={`不同意${numberOf(awaiting.length, "全部")}`}
        of={of}
        question={`${of}。不同意${showAwaiting(series)}？`}
        reasonLabel="原因（对方会看到）"
        stay="再看看"
        error={decide.error}
        onConfirm={async (reason) => {
          await send(awaiting, { confirm: false, reason });
        }}
      />
      <Fault error={decide.error} />
    </>
  );
}

/** 全部 5 次, 其余 4 次; 前 50 次 where there are more than the hub decides about together. */
const numberOf = (count: number, which: string): string =>
  count > MOST_DECIDED ? `前 ${MOST_DECIDED} 次` : `${which} ${count} 次`;
