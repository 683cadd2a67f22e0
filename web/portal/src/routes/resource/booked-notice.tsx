import { Link } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { Fault } from "../../components/fault.tsx";
import {
  type PortalBookMutation,
  PortalCancelBookingDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showRange } from "../../words/time.ts";

export type Booked = NonNullable<PortalBookMutation["bookResource"]>["booking"];

interface BookedNoticeProps {
  readonly booked: Booked;
  readonly onUndone: () => void;
}

/** What became of a booking that was just made; it can be taken back at once. */
export function BookedNotice({ booked, onUndone }: BookedNoticeProps) {
  const { id, version, state, during } = booked;
  const cancel = useChange(PortalCancelBookingDocument);
  return (
    <>
      <div className="notice notice-good" role="status">
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
      </div>
      <Fault error={cancel.error} />
    </>
  );
}
