import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import type { Day } from "../../words/time.ts";
import type { HourState, Stretch } from "./stretches.ts";

interface BoardCellProps {
  readonly venue: { readonly id: string; readonly title: string };
  readonly day: Day;
  readonly stretch: Stretch;
}

export const HOUR_STATES: Readonly<Record<HourState, string>> = {
  free: "空闲",
  part: "部分空闲",
  requested: "待答复",
  held: "为候补保留",
  taken: "已占用",
  closed: "不能使用",
  beyond: "不能预约",
  over: "已过",
};

/** Hours of a venue: what they are, and the way to the form where they are free. */
export function BoardCell({ venue, day, stretch }: BoardCellProps) {
  const { from, to, hours, state, by } = stretch;
  const words = HOUR_STATES[state];
  const place = { "--hours": hours } as CSSProperties;
  if (state === "free" || state === "part")
    return (
      <td role="cell" className={`board-${state}`} style={place}>
        <Link
          to="/resources/$id"
          params={{ id: venue.id }}
          search={{ day, from, to }}
          aria-label={`${venue.title} ${from}–${to} ${words}，去预约`}
          title={by === "" ? words : `${words}：${by}`}
        >
          <span className="board-hour" aria-hidden="true">
            {from.slice(0, 2)}
          </span>
          <span className="board-words">{state === "free" ? "空闲" : "部分"}</span>
        </Link>
      </td>
    );
  return (
    <td
      role="cell"
      colSpan={hours}
      className={`board-${state}${hours === 1 ? " board-single" : ""}`}
      style={place}
      title={`${from}–${to} ${words} ${by}`}
    >
      <span className="unseen">
        {from}–{to} {words}
      </span>
      <span className="board-by">{by === "" ? (state === "over" ? "" : words) : by}</span>
    </td>
  );
}
