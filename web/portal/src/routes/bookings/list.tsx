import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Done } from "../../components/done.tsx";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { BookingsPageDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { BookingRow } from "./booking-row.tsx";
import { DecideSeveral } from "./decide-several.tsx";
import type { bookingsWanted } from "./search.ts";

interface ListProps {
  readonly wanted: ReturnType<typeof bookingsWanted>;
  /** Whether these are bookings of what the unit offers. */
  readonly isOffered: boolean;
  readonly isFiltered: boolean;
}

export function BookingList({ wanted, isOffered, isFiltered }: ListProps) {
  const pages = usePages(BookingsPageDocument, wanted, ({ bookings }) => bookings);
  // Numbered: the same may be said twice.
  const [answered, setAnswered] = useState({ number: 0, words: "" });
  return (
    <>
      {answered.number > 0 && <Done key={answered.number}>{answered.words}</Done>}
      <Paged pages={pages} empty={<Nothing isOffered={isOffered} isFiltered={isFiltered} />}>
        {(bookings) =>
          isOffered ? (
            <DecideSeveral
              bookings={bookings}
              onAnswered={(words) => setAnswered(({ number }) => ({ number: number + 1, words }))}
            />
          ) : (
            <ul className="rows">
              {bookings.map((booking) => (
                <BookingRow key={booking.id} booking={booking} isOffered={false} />
              ))}
            </ul>
          )
        }
      </Paged>
    </>
  );
}

function Nothing({ isOffered, isFiltered }: Omit<ListProps, "wanted">) {
  if (isFiltered) return <Empty title="没有符合条件的预约">换一个时间或者状态再看看。</Empty>;
  return isOffered ? (
    <Empty title="今后没有别的单位预约本单位的资源">
      把能共享的<Link to="/resources/new">放到清单上</Link>，别的单位就能预约。
    </Empty>
  ) : (
    <Empty title="今后还没有预约">
      <Link to="/resources">去找一个空闲的场地</Link>
    </Empty>
  );
}
