import type { BookingOfListFragment } from "../../graph/generated/graphql.ts";

interface BlockedTimeProps {
  readonly booking: Pick<BookingOfListFragment, "state" | "during" | "blockings">;
  /** Whether the viewer's unit offers what is booked, and so decides. */
  readonly isOffered: boolean;
}

/** That a booking's time was blocked after it was asked for, which cancels nothing: whoever decides should know it. */
export function BlockedTime({ booking, isOffered }: BlockedTimeProps) {
  const { state, during, blockings } = booking;
  const isOpen = state === "REQUESTED" || state === "CONFIRMED";
  if (blockings.length === 0 || !isOpen || Date.parse(during.end) <= Date.now()) return null;
  const reasons = [...new Set(blockings.map(({ reason }) => reason))].join("、");
  return (
    <p className="fault blocked-time">
      这段时间已停用：{reasons}。{state === "REQUESTED" && isOffered && "取消停用之前不能同意。"}
    </p>
  );
}
