import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Loaded } from "../../components/loaded.tsx";
import { UnitDayDocument, type UnitDayQuery } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { Awaiting } from "./awaiting.tsx";
import { UnitLists } from "./unit-lists.tsx";

interface UnitDayProps {
  readonly id: string;
  readonly name: string;
  /** Whether the viewer acts for this unit alone. */
  readonly isOne: boolean;
}

/** How far ahead bookings are looked for, in days. */
const DAYS_AHEAD = 401;

/** What a unit has to correct; what it has booked next; what it offers and has asked for. */
export function UnitDay({ id, name, isOne }: UnitDayProps) {
  const [now] = useState(() => Date.now());
  const ahead = {
    start: new Date(now).toISOString(),
    end: new Date(now + DAYS_AHEAD * 86_400_000).toISOString(),
  };
  const query = useAsk(UnitDayDocument, { unit: id, ahead });
  return (
    <section className="stack" aria-label={name}>
      <h2>{isOne ? "本单位" : name}</h2>
      <Loaded query={query}>
        {(day) => (
          <>
            <Returned day={day} />
            <UnitLists id={id} day={day} />
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Registrations that came back, which are no tasks: the unit may leave them at that. */
function Returned({ day: { returned } }: { readonly day: UnitDayQuery }) {
  return (
    <Awaiting
      title="报到被退回"
      count={returned?.totalCount}
      more={
        <p>
          <Link to="/registrations">去双报到</Link>
        </p>
      }
    >
      {(returned?.nodes ?? []).map(({ id, community, returnReason }) => (
        <li key={id} className="row">
          <div className="row-main">
            <p className="row-title">{community?.name}</p>
            <p className="muted">原因：{returnReason}</p>
          </div>
        </li>
      ))}
    </Awaiting>
  );
}
