import { Link } from "@tanstack/react-router";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { useAsk } from "../../graph/query-client.ts";
import { BookingsPageDocument } from "../../graph/generated/graphql.ts";
import { BookingRow } from "./booking-row.tsx";
import { OfferedBookings } from "./offered.tsx";

/** What the viewer's units have booked, those to come first. */
export function BookingsPage() {
  const viewer = useViewer();
  const units = unitsOf(viewer);
  return (
    <div className="page">
      <h1>预约</h1>
      {viewer && units.length === 0 && (
        <Empty
          title={viewer.kind === "ANONYMOUS" ? "登录后看到本单位的预约" : "您目前不代表任何单位"}
        >
          {viewer.kind === "ANONYMOUS" && (
            <Link to="/sign-in" search={{ back: "/bookings" }}>
              去登录
            </Link>
          )}
        </Empty>
      )}
      {units.map(({ id, name }) => (
        <UnitBookings key={id} id={id} name={name} />
      ))}
    </div>
  );
}

function UnitBookings({ id, name }: { readonly id: string; readonly name: string }) {
  const query = useAsk(BookingsPageDocument, { unit: id });
  return (
    <section className="stack">
      <h2>{name}</h2>
      <h3>别的单位预约我们的</h3>
      <OfferedBookings unit={id} />
      <h3>我们预约的</h3>
      <Loaded query={query}>
        {({ organization }) => {
          const bookings = organization?.bookings?.nodes ?? [];
          if (bookings.length === 0)
            return (
              <Empty title="还没有预约">
                <Link to="/resources">去找一个空闲的场地</Link>
              </Empty>
            );
          return (
            <ul className="rows">
              {bookings.map((booking) => (
                <BookingRow key={booking.id} booking={booking} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
