import { Link } from "@tanstack/react-router";
import type { NeedOfTodayFragment } from "../../graph/generated/graphql.ts";
import { showNeededBy } from "../../words/time.ts";

export function NeedRows({ needs }: { readonly needs: readonly NeedOfTodayFragment[] }) {
  if (needs.length === 0) return <p className="muted">目前没有。</p>;
  return (
    <ul className="rows">
      {needs.map(({ id, title, neededBy, organization }) => (
        <li key={id} className="row">
          <div className="row-main">
            <p className="row-title">
              <Link to="/needs/$id" params={{ id }}>
                {title}
              </Link>
            </p>
            <p className="muted">
              {[organization?.name, neededBy !== null && showNeededBy(neededBy)]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
