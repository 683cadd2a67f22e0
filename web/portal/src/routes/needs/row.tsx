import { Link } from "@tanstack/react-router";
import { StateMark } from "../../components/state-mark.tsx";
import type { NeedOfListFragment } from "../../graph/generated/graphql.ts";
import { NEED_KINDS, NEED_STATES } from "../../words/labels.ts";
import { showDay, showDaysLeft } from "../../words/time.ts";

/** A need in a list: what, of whom, how much, until when. */
export function NeedRow({ need }: { readonly need: NeedOfListFragment }) {
  const { id, title, kind, state, quantity, unit, neededBy, organization, description } = need;
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          <Link to="/needs/$id" params={{ id }}>
            {title}
          </Link>
        </p>
        <p className="muted">
          {[NEED_KINDS[kind], organization?.name, description].filter(Boolean).join(" · ")}
        </p>
      </div>
      {quantity !== null && (
        <span>
          {quantity} {unit ?? ""}
        </span>
      )}
      {neededBy !== null && (
        <span>
          {showDay(neededBy)}前（{showDaysLeft(neededBy)}）
        </span>
      )}
      {state !== "PUBLISHED" && <StateMark tone="muted">{NEED_STATES[state]}</StateMark>}
    </li>
  );
}
