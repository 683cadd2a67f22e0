import { Link, getRouteApi } from "@tanstack/react-router";
import { isOperator, operates } from "../../../app/roles.ts";
import { usePlace, useViewer } from "../../../app/viewer.ts";
import { Empty } from "../../../components/empty.tsx";
import { Paged } from "../../../components/paged.tsx";
import { PlaceField } from "../../../components/place-field.tsx";
import { OfficeRegionDocument, type OfficeRegionQuery } from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { REGION_LEVELS } from "../../../words/labels.ts";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";
import { AddRegion } from "./add-region.tsx";
import { RegionActions } from "./region-actions.tsx";
import { RegionChanges } from "./region-changes.tsx";
import { AreasOfPlace } from "../../organization/service-area-section.tsx";
import { showFormerNames } from "../../../words/former-names.ts";
import { showDay } from "../../../words/time.ts";

const route = getRouteApi("/office/regions");

export type OfficeRegion = NonNullable<OfficeRegionQuery["region"]>;

/** The tree of places, one place at a time: what lies below it, and a form to add to that. */
export function OfficeRegionsPage() {
  const viewer = useViewer();
  const navigate = route.useNavigate();
  const ownPlace = usePlace();
  const { place = ownPlace } = route.useSearch();
  const query = useAsk(
    OfficeRegionDocument,
    { code: place ?? "" },
    { isEnabled: place !== undefined, keepsPrevious: true },
  );
  const region = query.data?.region;
  if (!viewer) return null;
  return (
    <div className="page">
      <OfficeHead title="行政区划" />
      {isOperator(viewer) ? (
        <>
          <form
            className="filters office-place"
            role="search"
            onSubmit={(event) => event.preventDefault()}
          >
            <PlaceField
              label="地名"
              value={place}
              onChange={(code) => void navigate({ search: { place: code }, replace: true })}
            />
          </form>
          {region && <Surroundings key={region.code} region={region} />}
          {query.data && !region && <Empty title="没有找到这个地点">请在上面另选一个。</Empty>}
        </>
      ) : (
        <NotForYou whom="平台管理员" />
      )}
    </div>
  );
}

function Surroundings({ region }: { readonly region: OfficeRegion }) {
  const viewer = useViewer();
  const pages = usePages(
    OfficeRegionDocument,
    { code: region.code },
    (result) => result.region?.children,
  );
  return (
    <>
      <nav aria-label="上级" className="trail">
        {above(region).map(({ code, name }) => (
          <span key={code}>
            <Link to="/office/regions" search={{ place: code }}>
              {name}
            </Link>
            {" › "}
          </span>
        ))}
        {region.name}
      </nav>
      <h2>
        {region.name}（{region.levelName ?? REGION_LEVELS[region.level]}，代码 {region.code}）
      </h2>
      {region.formerNames.length > 0 && (
        <p className="muted">曾用名：{showFormerNames(region.formerNames)}</p>
      )}
      {region.endedOn === null ? (
        <RegionActions key={region.version} region={region} />
      ) : (
        <p className="notice notice-bad">
          {region.mergedInto ? (
            <>
              已并入
              <Link to="/office/regions" search={{ place: region.mergedInto.code }}>
                {region.mergedInto.name}
              </Link>
            </>
          ) : (
            "已撤销"
          )}
          ，{showDay(region.endedOn)}
        </p>
      )}
      {region.level === "ESTATE" && (
        <section className="stack" aria-labelledby="served-by">
          <h2 id="served-by">谁服务这里</h2>
          <AreasOfPlace place={region} />
        </section>
      )}
      <div className="beside">
        <Paged
          pages={pages}
          empty={
            <Empty title="下面还没有登记">
              {region.level === "GRID" || region.level === "ESTATE"
                ? "网格和小区是最小的一级。"
                : "请在本页登记第一个下级。"}
            </Empty>
          }
        >
          {(places) => (
            <ul className="rows">
              {places.map(({ code, name, level, children }) => (
                <li key={code} className="row">
                  <div className="row-main">
                    <p className="row-title">
                      <Link to="/office/regions" search={{ place: code }}>
                        {name}
                      </Link>
                    </p>
                    <p className="muted">
                      {REGION_LEVELS[level]} · 代码 {code}
                    </p>
                  </div>
                  {children.totalCount > 0 && (
                    <span className="muted">下级 {children.totalCount} 个</span>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Paged>
        {region.endedOn !== null ? null : operates(viewer, region) ? (
          <AddRegion region={region} />
        ) : (
          <p className="muted">这里不由您管理，不能添加下级。</p>
        )}
      </div>
      <RegionChanges code={region.code} />
    </>
  );
}

interface Above {
  readonly code: string;
  readonly name: string;
  readonly parent?: Above | null;
}

/** The places above one, the widest first. */
const above = ({ parent }: Pick<Above, "parent">): readonly Above[] =>
  parent ? [...above(parent), parent] : [];
