import { Link } from "@tanstack/react-router";
import { useMutation } from "@tanstack/react-query";
import { Confirm } from "../../components/confirm.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import { ask } from "../../graph/ask.ts";
import {
  type BookingState,
  type BookingsPageQuery,
  PortalCancelBookingDocument,
} from "../../graph/generated/graphql.ts";
import { queryClient } from "../../graph/query-client.ts";
import { BOOKING_STATES } from "../../words/labels.ts";
import { showRange } from "../../words/time.ts";

export type BookingOfUnit = NonNullable<
  NonNullable<NonNullable<BookingsPageQuery["organization"]>["bookings"]>["nodes"]
>[number];

export const BOOKING_TONES: Readonly<Record<BookingState, Tone>> = {
  REQUESTED: "wait",
  CONFIRMED: "good",
  DENIED: "bad",
  CANCELLED: "muted",
  DONE: "muted",
};

export function BookingRow({ booking }: { readonly booking: BookingOfUnit }) {
  const { id, state, during, resource, purpose, reason, version } = booking;
  const cancel = useMutation({
    mutationFn: (why: string) =>
      ask(PortalCancelBookingDocument, { input: { id, version, reason: why } }),
    onSettled: () => void queryClient.invalidateQueries(),
  });
  const isOpen =
    (state === "REQUESTED" || state === "CONFIRMED") && Date.parse(during.end) > Date.now();
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          {resource ? (
            <Link to="/resources/$id" params={{ id: resource.id }}>
              {resource.title}
            </Link>
          ) : (
            "已撤下的资源"
          )}
        </p>
        <p className="muted">
          {showRange(during)}
          {resource?.provider && ` · ${resource.provider.name}`}
          {purpose !== null && ` · ${purpose}`}
        </p>
        {reason !== null && <p className="muted">原因：{reason}</p>}
      </div>
      <StateMark tone={BOOKING_TONES[state]}>{BOOKING_STATES[state]}</StateMark>
      {isOpen && (
        <Confirm
          action="取消预约"
          question={`取消“${resource?.title ?? "这次预约"}”，${showRange(during)}？`}
          reasonLabel="原因（提供方会看到）"
          error={cancel.error}
          onConfirm={async (why) => {
            await cancel.mutateAsync(why);
          }}
        />
      )}
    </li>
  );
}
