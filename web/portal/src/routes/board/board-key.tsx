import { HOUR_STATES } from "./board-cell.tsx";

/** What the patterns mean. */
export function BoardKey() {
  return (
    <p className="board-key" aria-label="图例">
      {(["free", "part", "requested", "held", "taken", "closed", "beyond"] as const).map(
        (state) => (
          <span key={state} className={`board-sample board-${state}`}>
            {HOUR_STATES[state]}
          </span>
        ),
      )}
    </p>
  );
}
