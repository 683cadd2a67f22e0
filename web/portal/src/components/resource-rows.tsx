import { Link } from "@tanstack/react-router";
import type { ResourceKind } from "../graph/generated/graphql.ts";
import { RESOURCE_KINDS } from "../words/labels.ts";
import { Empty } from "./empty.tsx";
import { OrganizationLink } from "./organization-link.tsx";

interface ResourceRowsProps {
  readonly resources: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: ResourceKind;
    readonly provider?: { readonly id: string; readonly name: string } | null;
  }[];
}

/** A few resources of a unit or committee; `/resources` has all. */
export function ResourceRows({ resources }: ResourceRowsProps) {
  if (resources.length === 0) return <Empty title="还没有发布资源" />;
  return (
    <ul className="rows">
      {resources.map(({ id, title, kind, provider }) => (
        <li key={id} className="row">
          <div className="row-main">
            <p className="row-title">
              <Link to="/resources/$id" params={{ id }}>
                {title}
              </Link>
            </p>
            {provider && (
              <p className="muted">
                <OrganizationLink organization={provider} />
              </p>
            )}
          </div>
          <span className="muted">{RESOURCE_KINDS[kind]}</span>
        </li>
      ))}
    </ul>
  );
}
