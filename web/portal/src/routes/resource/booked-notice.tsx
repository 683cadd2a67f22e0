import { Link } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { Done } from "../../components/done.tsx";
import { Fault } from "../../components/fault.tsx";
import {
  type PortalBookMutation,
  PortalCancelBookingDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showRange } from "../../words/time.ts";

/** A booking that was just made. */
export interface Booked {
  readonly booking: NonNullable<PortalBookMutation["bookResource"]>["booking"];
  /** Whether it was taken back already. */
  readonly isUndone: boolean;
}

interface BookedNoticeProps {
  readonly booked: Booked;
  readonly onUndone: () => void;
}

/** What became of a booking that was just made; it can be taken back at once. */
export function BookedNotice({ booked: { booking, isUndone }, onUndone }: BookedNoticeProps) {
  const { id, version, state, during } = booking;
  const cancel = useChange(PortalCancelBookingDocument);
  if (isUndone) return <Done key="undone">已撤销：{showRange(during)}</Done>;
  return (
    <>
      <Done key={id}>
        <p>
          {state === "CONFIRMED" ? "预约成功" : "已提交，等提供方答复"}：{showRange(during)}
        </p>
        <p className="buttons">
          <Link to="/bookings">看我们的预约</Link>
          <Button
            look="quiet"
            isDisabled={cancel.isPending}
            onPress={() =>
              cancel.mutate({ id, version, reason: "刚提交就撤销" }, { onSuccess: onUndone })
            }
          >
            撤销
          </Button>
        </p>
      </Done>
      <Fault error={cancel.error} />
    </>
  );
}
