import { Link } from "@tanstack/react-router";
import type { NeedKind } from "../graph/generated/graphql.ts";
import { NEED_KINDS } from "../words/labels.ts";
import { showNeededBy } from "../words/time.ts";
import { Empty } from "./empty.tsx";
import { OrganizationLink } from "./organization-link.tsx";

interface NeedRowsProps {
  readonly needs: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: NeedKind;
    readonly neededBy: string | null;
    readonly organization?: { readonly id: string; readonly name: string } | null;
  }[];
}

/** A few needs of a unit or committee; `/needs` has all. */
export function NeedRows({ needs }: NeedRowsProps) {
  if (needs.length === 0) return <Empty title="还没有发布需求" />;
  return (
    <ul className="rows">
      {needs.map(({ id, title, kind, neededBy, organization }) => (
        <li key={id} className="row">
          <div className="row-main">
            <p className="row-title">
              <Link to="/needs/$id" params={{ id }}>
                {title}
              </Link>
            </p>
            {organization && (
              <p className="muted">
                <OrganizationLink organization={organization} />
              </p>
            )}
          </div>
          <span className="muted">{NEED_KINDS[kind]}</span>
          {neededBy !== null && <span className="muted">{showNeededBy(neededBy)}</span>}
        </li>
      ))}
    </ul>
  );
}
