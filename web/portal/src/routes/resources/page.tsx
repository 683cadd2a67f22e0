import { Link, getRouteApi } from "@tanstack/react-router";
import { unitsOf, usePlace, useViewer } from "../../app/viewer.ts";
import { Tags } from "../../components/tags.tsx";
import { usePlaceOf } from "../../components/fields/use-place-choices.ts";
import { Views } from "../../components/views.tsx";
import { Empty } from "../../components/empty.tsx";
import { ResourceFilters } from "./filters.tsx";
import { ResourceList } from "./list.tsx";
import { type ResourceSearch, filterOf, tagsOf } from "./search.ts";
import { usePoint } from "./use-point.ts";

const route = getRouteApi("/resources");

/** What units share: the time first, since that is what people come with. */
export function ResourcesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const ownPlace = usePlace();
  const units = unitsOf(viewer);
  const point = usePoint(search.near);
  const names = {
    point: point.name,
    place: usePlaceOf(search.place)?.name,
    unit: units.find(({ id }) => id === search.unit)?.name,
  };
  const change = (changed: Partial<ResourceSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const remove = (id: string): void =>
    change(
      id === "day"
        ? { day: undefined, from: undefined, to: undefined }
        : id === "near"
          ? { near: undefined, within: undefined }
          : { [id]: undefined },
    );
  return (
    <div className="page">
      <header className="page-head">
        <h1>资源</h1>
        <div className="buttons">
          <Link to="/board" className="button">
            场地看板
          </Link>
          {units.length > 0 && (
            <Link to="/resources/new" className="button button-main">
              提供资源
            </Link>
          )}
        </div>
      </header>
      <ResourceFilters search={search} point={point} onChange={change} />
      <div className="list-head">
        <Tags label="已选" tags={tagsOf(search, names)} onRemove={remove} />
        <Views
          label="样式"
          options={{ cards: "卡片", list: "列表" }}
          value={search.view ?? "cards"}
          onChange={(view) => change({ view: view === "list" ? view : undefined })}
        />
      </div>
      {point.fault !== undefined ? (
        <Empty title="还不知道从哪里算起">{point.fault}</Empty>
      ) : (
        viewer &&
        (search.near === undefined || point.position) && (
          <ResourceList
            filter={filterOf(search, { ownPlace, point: point.position })}
            search={search}
          />
        )
      )}
    </div>
  );
}
