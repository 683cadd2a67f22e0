import { showInstant, showRange } from "../../words/time.ts";
import type { PageActivity } from "./activity.ts";

interface Change {
  readonly at: string;
  readonly words: string;
  /** What was corrected, field by field. */
  readonly fields?: PageActivity["corrections"][number]["fields"];
  readonly reason?: string | null;
}

/** What happened to it, last first: who looks again sees what has changed, and why. */
export function History({ activity }: { readonly activity: PageActivity }) {
  return (
    <section className="stack" aria-labelledby="history-title">
      <h2 id="history-title">变更记录</h2>
      <ol className="rows">
        {changesOf(activity).map(({ at, words, fields = [], reason }) => (
          <li key={at + words} className="row">
            <span className="row-time muted">{showInstant(at)}</span>
            <div className="row-main">
              <p>{words}</p>
              {fields.map(({ label, before, after, isWithheld }) => (
                <p key={label} className="muted">
                  {isWithheld ? (
                    label
                  ) : (
                    <>
                      {label}：原为 <span>{before ?? "空"}</span>，现为 <span>{after ?? "空"}</span>
                    </>
                  )}
                </p>
              ))}
              {reason != null && <p className="muted">原因：{reason}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function changesOf(activity: PageActivity): readonly Change[] {
  const { createdAt, updatedAt, heldAt, state, cancelReason, reschedulings, corrections } =
    activity;
  const changes: readonly Change[] = [
    { at: createdAt, words: "列入日历" },
    ...reschedulings.map(({ at, from, to, reason }) => ({
      at,
      words: `改期：从 ${showRange(from)} 改到 ${showRange(to)}`,
      reason,
    })),
    ...corrections.map(({ at, fields, reason }) => ({ at, words: "更正", fields, reason })),
    ...(heldAt === null ? [] : [{ at: heldAt, words: "记为已举办" }]),
    // A cancelled activity changes no more.
    ...(state === "CANCELLED" ? [{ at: updatedAt, words: "取消", reason: cancelReason }] : []),
  ];
  return changes.toSorted((one, other) => other.at.localeCompare(one.at));
}
