import { Link } from "@tanstack/react-router";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Fault } from "../../components/fault.tsx";
import { ask } from "../../graph/ask.ts";
import { type ResourceFilter, ResourcesPageDocument } from "../../graph/generated/graphql.ts";
import { RESOURCE_KINDS } from "../../words/labels.ts";
import type { ResourceSearch } from "./search.ts";

interface ListProps {
  readonly filter: ResourceFilter;
  readonly search: ResourceSearch;
}

export function ResourceList({ filter, search }: ListProps) {
  const pages = useInfiniteQuery({
    queryKey: [ResourcesPageDocument.toString(), filter],
    queryFn: ({ pageParam, signal }) =>
      ask(ResourcesPageDocument, { filter, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ resources }) =>
      resources?.pageInfo.hasNextPage ? (resources.pageInfo.endCursor ?? undefined) : undefined,
    placeholderData: (before) => before,
  });
  if (pages.isError) return <Fault error={pages.error} />;
  if (!pages.data) return <div className="loading" role="status" aria-label="正在读取" />;
  const found = pages.data.pages.flatMap(({ resources }) => resources?.nodes ?? []);
  const total = pages.data.pages[0]?.resources?.totalCount ?? 0;
  if (found.length === 0)
    return <Empty title="没有符合条件的资源">去掉一两个条件再看看，或者换一天。</Empty>;
  const { day, from, to } = search;
  return (
    <section className="stack" aria-busy={pages.isFetching}>
      <p className="muted" role="status">
        共 {total} 项
      </p>
      <ul className="cards">
        {found.map(({ id, title, kind, capacity, unit, approval, provider, description }) => (
          <li key={id} className="card">
            <Link
              to="/resources/$id"
              params={{ id }}
              search={{ ...(day ? { day } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) }}
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
      {pages.hasNextPage && (
        <div className="more">
          <Button onPress={() => void pages.fetchNextPage()} isDisabled={pages.isFetchingNextPage}>
            {pages.isFetchingNextPage
              ? "正在读取…"
              : `再看 ${Math.min(20, total - found.length)} 项`}
          </Button>
        </div>
      )}
    </section>
  );
}
