import { getRouteApi } from "@tanstack/react-router";
import { usePlace, useViewer } from "../../app/viewer.ts";
import { Tags } from "../../components/tags.tsx";
import { ResourceFilters } from "./filters.tsx";
import { ResourceList } from "./list.tsx";
import { type ResourceSearch, filterOf, tagsOf } from "./search.ts";

const route = getRouteApi("/resources");

/** What units share: the time first, since that is what people come with. */
export function ResourcesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const ownPlace = usePlace();
  const change = (changed: Partial<ResourceSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const remove = (id: string): void =>
    change(id === "day" ? { day: undefined, from: undefined, to: undefined } : { [id]: undefined });
  return (
    <div className="page">
      <h1>资源</h1>
      <ResourceFilters search={search} onChange={change} />
      <Tags label="已选" tags={tagsOf(search)} onRemove={remove} />
      {viewer && <ResourceList filter={filterOf(search, ownPlace)} search={search} />}
    </div>
  );
}
