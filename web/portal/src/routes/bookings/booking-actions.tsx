import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Fault } from "../../components/fault.tsx";
import {
  type BookingOfListFragment,
  PortalCancelBookingDocument,
  PortalCompleteBookingDocument,
  TaskDecideBookingDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showRange } from "../../words/time.ts";
import { RecordUse } from "./record-use.tsx";

interface BookingActionsProps {
  readonly booking: BookingOfListFragment;
  readonly isOffered: boolean;
  /** Whether the page is for this booking: its answer is the main button then. Default: it is not. */
  readonly isMain?: boolean;
  /** Called once a request was answered, whose row may leave the list then. @param words what came of it. */
  readonly onAnswered?: ((words: string) => void) | undefined;
}

/** What the viewer's side can do about a booking now: answer it, cancel it, say that it was used. */
export function BookingActions(props: BookingActionsProps) {
  const { booking, isOffered, isMain = false, onAnswered } = props;
  const { id, version, state, during, resource, organization } = booking;
  const what = `${showRange(during)} 的“${resource?.title ?? "已撤下的资源"}”`;
  const decide = useChange(TaskDecideBookingDocument, async (_, { confirm }) => {
    onAnswered?.(`${confirm ? "已同意" : "已回绝"}：${organization?.name ?? "对方"} ${what}`);
  });
  const cancel = useChange(PortalCancelBookingDocument);
  const complete = useChange(PortalCompleteBookingDocument);
  const isOver = Date.parse(during.end) <= Date.now();
  const other = isOffered ? "对方" : "提供方";
  return (
    <div className="buttons">
      {isOffered && state === "REQUESTED" && (
        <>
          <Button
            look={isMain ? "main" : "plain"}
            isDisabled={decide.isPending}
            onPress={() => decide.mutate({ id, version, confirm: true })}
          >
            同意
          </Button>
          <Confirm
            action="不同意"
            question={`不同意${organization?.name ?? "对方"}预约 ${what}？`}
            reasonLabel="原因（对方会看到）"
            error={decide.error}
            onConfirm={async (reason) => {
              await decide.mutateAsync({ id, version, confirm: false, reason });
            }}
          />
        </>
      )}
      {isOffered && isOver && (state === "CONFIRMED" || state === "DONE") && (
        <RecordUse booking={booking} of={what} />
      )}
      {!isOffered && state === "CONFIRMED" && isOver && (
        <Button
          look="quiet"
          isDisabled={complete.isPending}
          onPress={() => complete.mutate({ id, version })}
        >
          已用完
        </Button>
      )}
      {!isOver && (state === "CONFIRMED" || (state === "REQUESTED" && !isOffered)) && (
        <Confirm
          action="取消预约"
          question={`取消 ${what}？${state === "CONFIRMED" ? "时段会让给别的单位。" : ""}`}
          reasonLabel={`原因（${other}会看到）`}
          error={cancel.error}
          onConfirm={async (reason) => {
            await cancel.mutateAsync({ id, version, reason });
          }}
        />
      )}
      <Fault error={decide.error ?? complete.error} />
    </div>
  );
}
