import { useNavigate } from "@tanstack/react-router";
import { Views } from "../../components/views.tsx";
import { BookingsWaitingDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";

interface BookingViewsProps {
  /** Id of the unit whose bookings they are. */
  readonly unit: string;
  /** As the address has it; undefined for the viewer's first. */
  readonly chosen: string | undefined;
  readonly view: "own" | "offered" | "waiting";
}

/** What a unit has booked, what it waits for, and what others have booked of it, with what awaits an answer. */
export function BookingViews({ unit, chosen, view }: BookingViewsProps) {
  const navigate = useNavigate();
  const { data } = useAsk(BookingsWaitingDocument, { unit });
  const asked = data?.bookings?.totalCount ?? 0;
  const waits = data?.waitingEntries?.totalCount ?? 0;
  const offers = data?.offers?.totalCount ?? 0;
  const options = {
    own: "我们预约的",
    waiting:
      offers > 0
        ? `我们候补的（${offers} 项待接受）`
        : waits > 0
          ? `我们候补的（${waits}）`
          : "我们候补的",
    offered: asked > 0 ? `预约我们的（${asked} 项待答复）` : "预约我们的",
  };
  const search = chosen === undefined ? {} : { unit: chosen };
  return (
    <Views
      label="谁的预约"
      options={options}
      value={view}
      onChange={(next) =>
        void (next === "waiting"
          ? navigate({ to: "/bookings/waiting", search, replace: true })
          : navigate({
              to: "/bookings",
              search: { ...search, ...(next === "offered" ? { of: next } : {}) },
              replace: true,
            }))
      }
    />
  );
}
