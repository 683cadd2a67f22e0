import "./resources.css";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { type ResourceFilter, ResourcesPageDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { useBasket } from "../../kept/basket.ts";
import { timeWishOf } from "../../words/chosen-time.ts";
import { ResourceCard } from "./card.tsx";
import { comingWeek } from "./next-free.ts";
import { ResourceRow } from "./row.tsx";
import type { ResourceSearch } from "./search.ts";

interface ListProps {
  readonly filter: ResourceFilter;
  readonly search: ResourceSearch;
}

export function ResourceList({ filter, search }: ListProps) {
  const pages = usePages(
    ResourcesPageDocument,
    { filter, soon: comingWeek(), ...(filter.near ? { orderBy: "DISTANCE" as const } : {}) },
    ({ resources }) => resources,
  );
  // Whoever has begun to put things together goes on here; nobody else needs a button on every card.
  const isForBasket = useBasket().items.length > 0;
  const time = timeWishOf(search);
  return (
    <Paged
      pages={pages}
      empty={
        <Empty title="没有符合条件的资源">
          去掉一两个条件再看看，换一天，或者换一个更大的地点或范围。
        </Empty>
      }
    >
      {(resources) =>
        search.view === "list" ? (
          <ul className="rows">
            {resources.map((resource) => (
              <ResourceRow
                key={resource.id}
                resource={resource}
                time={time}
                isForBasket={isForBasket}
              />
            ))}
          </ul>
        ) : (
          <ul className="cards">
            {resources.map((resource) => (
              <ResourceCard
                key={resource.id}
                resource={resource}
                time={time}
                isForBasket={isForBasket}
              />
            ))}
          </ul>
        )
      }
    </Paged>
  );
}
