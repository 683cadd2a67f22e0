import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { actsFor } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Done } from "../../components/done.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { BookingPageDocument, type BookingPageQuery } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { BOOKING_STATES } from "../../words/labels.ts";
import { showRange } from "../../words/time.ts";
import { BlockedTime } from "../bookings/blocked-time.tsx";
import { BookingActions } from "../bookings/booking-actions.tsx";
import { BOOKING_TONES } from "../bookings/booking-row.tsx";
import { Rivals } from "../bookings/rivals.tsx";
import { wordsOfUse } from "../bookings/record-use.tsx";
import { WhereTo } from "../resource/place.tsx";
import { ChangeBooking } from "./change-booking.tsx";
import { Series } from "./series.tsx";

const route = getRouteApi("/bookings/$id");

/** One booking: what notices and tasks lead to. */
export function BookingPage() {
  const { id } = route.useParams();
  const query = useAsk(BookingPageDocument, { id });
  return (
    <Loaded query={query}>
      {({ booking }) => (booking ? <BookingSheet booking={booking} /> : <Lost />)}
    </Loaded>
  );
}

type Booking = NonNullable<BookingPageQuery["booking"]>;

function BookingSheet({ booking }: { readonly booking: Booking }) {
  const { state, during, previous, resource, organization, quantity, purpose, reason, series } =
    booking;
  const viewer = useViewer();
  const [changed, setChanged] = useState<string>();
  const isOffered = actsFor(viewer, resource?.provider?.id);
  const isOwn = actsFor(viewer, organization?.id);
  return (
    <div className="page narrow">
      <p className="trail">
        <Link to="/bookings" search={isOffered && !isOwn ? { of: "offered" } : {}}>
          预约
        </Link>
      </p>
      <h1>{resource?.title ?? "已撤下的资源"}</h1>
      <p className="card-facts">
        <StateMark tone={BOOKING_TONES[state]}>{BOOKING_STATES[state]}</StateMark>
        <strong>{showRange(during)}</strong>
      </p>
      {changed !== undefined && <Done key={changed}>{changed}</Done>}
      {previous && (
        <p className="notice notice-wait">
          正在等{isOffered ? "您" : "提供方"}答复改期。原时段：{showRange(previous)}
          ，答复之前仍然保留；不同意的，恢复原时段。
        </p>
      )}
      <BlockedTime booking={booking} isOffered={isOffered} />
      {reason !== null && <p className="notice notice-wait">原因：{reason}</p>}
      <dl className="facts">
        <dt>预约单位</dt>
        <dd>
          <OrganizationLink organization={organization} none="已注销的单位" />
        </dd>
        <dt>提供单位</dt>
        <dd>
          <OrganizationLink organization={resource?.provider} />
        </dd>
        {(resource?.capacity ?? 1) > 1 && (
          <>
            <dt>数量</dt>
            <dd>
              {quantity}
              {resource?.unit ?? "份"}
            </dd>
          </>
        )}
        <WhereTo venue={resource?.venue ?? null} />
        {(purpose !== null || isOffered || isOwn) && (
          <>
            <dt>用途</dt>
            <dd>{purpose ?? "没有写"}</dd>
          </>
        )}
        {booking.used !== null && (
          <>
            <dt>使用</dt>
            <dd>{wordsOfUse(booking.used)}</dd>
          </>
        )}
      </dl>
      {state === "REQUESTED" && <Rivals booking={booking} />}
      {(isOffered || isOwn) && (
        <div className="buttons">
          {isOwn && canChange(booking) && (
            <ChangeBooking booking={booking} onChanged={setChanged} />
          )}
          <BookingActions booking={booking} isOffered={isOffered} isMain />
        </div>
      )}
      {resource && (
        <p>
          <Link to="/resources/$id" params={{ id: resource.id }} search={{}}>
            看这项资源
          </Link>
        </p>
      )}
      {series && (
        <Series booking={{ ...booking, series }} isOwn={isOwn} canChange={canChange(booking)} />
      )}
    </div>
  );
}

/** Whether it can still be changed: it has not begun, and nobody has said no. */
const canChange = ({ state, during }: Booking): boolean =>
  (state === "REQUESTED" || state === "CONFIRMED") && Date.parse(during.start) > Date.now();
