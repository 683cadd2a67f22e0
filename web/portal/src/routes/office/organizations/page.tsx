import { Link, getRouteApi } from "@tanstack/react-router";
import { hasRole } from "../../../app/roles.ts";
import { usePlace, useViewer } from "../../../app/viewer.ts";
import { Filters } from "../../../components/filters.tsx";
import { Choice } from "../../../components/choice.tsx";
import { Empty } from "../../../components/empty.tsx";
import { Paged } from "../../../components/paged.tsx";
import { PlaceField } from "../../../components/place-field.tsx";
import { SearchLine } from "../../../components/search-line.tsx";
import {
  OfficeOrganizationsDocument,
  type OrganizationFilter,
  type OrganizationKind,
  type OrganizationState,
} from "../../../graph/generated/graphql.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { foundByFormerName } from "../../../words/former-names.ts";
import { ORGANIZATION_KINDS, ORGANIZATION_STATES } from "../../../words/labels.ts";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";
import { type OrganizationSearch, organizationFilterOf } from "./search.ts";

const route = getRouteApi("/office/organizations");

/** The register of units, for operators. */
export function OfficeOrganizationsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const ownPlace = usePlace();
  const change = (changed: Partial<OrganizationSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  if (!viewer) return null;
  return (
    <div className="page">
      <OfficeHead title="单位登记">
        {hasRole(viewer, "OPERATOR") && (
          <Link to="/office/organizations/new" className="button button-main">
            登记单位
          </Link>
        )}
      </OfficeHead>
      {hasRole(viewer, "OPERATOR") ? (
        <>
          <Filters of={search}>
            <PlaceField
              label="所在地"
              value={search.place ?? ownPlace}
              onChange={(place) => change({ place })}
            />
            <Choice
              label="类型"
              options={{ ALL: "全部", ...ORGANIZATION_KINDS }}
              value={search.kind ?? "ALL"}
              onChange={(kind) =>
                change({ kind: kind === "ALL" ? undefined : (kind as OrganizationKind) })
              }
            />
            <Choice
              label="状态"
              options={ORGANIZATION_STATES}
              value={search.state ?? "ACTIVE"}
              onChange={(state) =>
                change({ state: state === "ACTIVE" ? undefined : (state as OrganizationState) })
              }
            />
            <SearchLine
              value={search.text}
              onSearch={(text) => change({ text })}
              placeholder="名称、曾用名、信用代码"
            />
          </Filters>
          <OrganizationList filter={organizationFilterOf(search, ownPlace)} />
        </>
      ) : (
        <NotForYou whom="平台管理员" />
      )}
    </div>
  );
}

function OrganizationList({ filter }: { readonly filter: OrganizationFilter }) {
  const pages = usePages(
    OfficeOrganizationsDocument,
    { filter },
    ({ organizations }) => organizations,
  );
  return (
    <Paged
      pages={pages}
      empty={
        <Empty title="没有符合条件的单位">
          换一个所在地或类型，去掉关键词；还没有登记的，
          <Link to="/office/organizations/new">现在登记</Link>。
        </Empty>
      }
    >
      {(units) => (
        <ul className="rows">
          {units.map(({ id, name, kind, region, creditCode, brand, formerNames }) => (
            <li key={id} className="row">
              <div className="row-main">
                <p className="row-title">
                  <Link to="/office/organizations/$id" params={{ id }}>
                    {name}
                  </Link>
                </p>
                <p className="muted">
                  {[
                    ORGANIZATION_KINDS[kind],
                    region?.name,
                    brand,
                    formerNameWords(filter, { name, formerNames }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              {creditCode !== null && <span className="muted">{creditCode}</span>}
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}

/** That a unit was found by a name that it no longer has. */
function formerNameWords(
  { text }: OrganizationFilter,
  unit: Parameters<typeof foundByFormerName>[1],
): string | undefined {
  const former = foundByFormerName(text ?? undefined, unit);
  return former === undefined ? undefined : `曾用名 ${former}`;
}
