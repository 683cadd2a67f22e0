import { Link } from "@tanstack/react-router";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { type ResourceFilter, ResourcesPageDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { RESOURCE_KINDS } from "../../words/labels.ts";
import type { ResourceSearch } from "./search.ts";

interface ListProps {
  readonly filter: ResourceFilter;
  readonly search: ResourceSearch;
}

export function ResourceList({ filter, search }: ListProps) {
  const pages = usePages(ResourcesPageDocument, { filter }, ({ resources }) => resources);
  const { day, from, to } = search;
  return (
    <Paged
      pages={pages}
      empty={<Empty title="没有符合条件的资源">去掉一两个条件再看看，或者换一天。</Empty>}
    >
      {(resources) => (
        <ul className="cards">
          {resources.map(({ id, title, kind, capacity, unit, approval, provider, description }) => (
            <li key={id} className="card">
              <Link
                to="/resources/$id"
                params={{ id }}
                search={{
                  ...(day ? { day } : {}),
                  ...(from ? { from } : {}),
                  ...(to ? { to } : {}),
                }}
                className="card-title"
              >
                {title}
              </Link>
              <p className="card-facts">
                <span>{RESOURCE_KINDS[kind]}</span>
                {capacity !== null && (
                  <span>
                    容量 {capacity}
                    {unit ?? ""}
                  </span>
                )}
                {approval && <span>需提供方同意</span>}
              </p>
              <p className="muted">
                {provider?.name}
                {provider?.region && ` · ${provider.region.name}`}
              </p>
              {description !== null && <p className="card-text">{description}</p>}
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}
