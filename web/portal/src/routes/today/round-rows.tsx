import { Link } from "@tanstack/react-router";
import type { UnitDayQuery } from "../../graph/generated/graphql.ts";
import { dayOf, showDay } from "../../words/time.ts";
import { Awaiting } from "./awaiting.tsx";

/** Rounds that a unit can still answer, the next to close first. */
export function openRoundsOf({ organization }: UnitDayQuery) {
  const today = dayOf(new Date());
  return (organization?.memberships?.nodes ?? [])
    .flatMap(({ committee }) =>
      (committee?.collectionRounds?.nodes ?? []).map((round) => ({
        ...round,
        committee: committee?.name ?? "",
      })),
    )
    .filter(
      ({ state, opensOn, closesOn }) => state === "OPEN" && opensOn <= today && today <= closesOn,
    )
    .toSorted((one, other) => one.closesOn.localeCompare(other.closesOn));
}

/** Calls for lists that are open to a unit. */
export function RoundRows({ rounds }: { readonly rounds: ReturnType<typeof openRoundsOf> }) {
  return (
    <Awaiting title="清单征集" count={rounds.length}>
      {rounds.map(({ id, title, closesOn, committee }) => (
        <li key={id} className="row">
          <div className="row-main">
            <p className="row-title">
              <Link to="/rounds/$id" params={{ id }}>
                {title}
              </Link>
            </p>
            <p className="muted">
              {committee} · {showDay(closesOn)}截止
            </p>
          </div>
        </li>
      ))}
    </Awaiting>
  );
}
