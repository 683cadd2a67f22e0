import { Link, Navigate, getRouteApi } from "@tanstack/react-router";
import { actsFor, operates } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { PlaceName } from "../../components/place-name.tsx";
import { Sections } from "../../components/sections.tsx";
import { OrganizationPageDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { showFormerNames } from "../../words/former-names.ts";
import { ORGANIZATION_KINDS } from "../../words/labels.ts";
import { Life, MergedFrom } from "./life.tsx";
import type { OrganizationOfPage } from "./organization.ts";
import { useOrganizationSections } from "./use-organization-sections.tsx";

const route = getRouteApi("/organizations/$id");

/** A unit: what it is and where, whom to call, what it offers and needs, and what it takes part in. */
export function OrganizationPage() {
  const { id } = route.useParams();
  const query = useAsk(OrganizationPageDocument, { id });
  return (
    <Loaded query={query}>
      {({ organization }) => {
        if (!organization) return <Lost />;
        // The id of a unit that was merged leads to the one that is left.
        if (organization.id !== id)
          return (
            <Navigate
              to="/organizations/$id"
              params={{ id: organization.id }}
              search={{ former: id }}
              replace
            />
          );
        return <Organization organization={organization} />;
      }}
    </Loaded>
  );
}

function Organization({ organization }: { readonly organization: OrganizationOfPage }) {
  const { id, name, kind, brand, region, parent, creditCode } = organization;
  const { formerNames, mergedFrom } = organization;
  const { former } = route.useSearch();
  const viewer = useViewer();
  const manages = actsFor(viewer, id) || operates(viewer, region);
  const sections = useOrganizationSections(organization);
  return (
    <div className="page">
      <p className="trail">
        <Link to="/committees" search={region ? { place: region.code } : {}}>
          委员会与单位
        </Link>
      </p>
      <header className="stack">
        <h1>{name}</h1>
        {brand !== null && <p className="lead">{brand}</p>}
        <Life organization={organization} former={former} />
        <dl className="facts">
          <dt>类型</dt>
          <dd>{ORGANIZATION_KINDS[kind]}</dd>
          <dt>所在地</dt>
          <dd>
            <PlaceName place={region} />
          </dd>
          {formerNames.length > 0 && (
            <>
              <dt>曾用名</dt>
              <dd>{showFormerNames(formerNames)}</dd>
            </>
          )}
          {mergedFrom.nodes.length > 0 && (
            <>
              <dt>由此并入</dt>
              <dd>
                <MergedFrom units={mergedFrom.nodes} />
              </dd>
            </>
          )}
          {parent && (
            <>
              <dt>上级单位</dt>
              <dd>
                <OrganizationLink organization={parent} />
              </dd>
            </>
          )}
          {creditCode !== null && (
            <>
              <dt>统一社会信用代码</dt>
              <dd>{creditCode}</dd>
            </>
          )}
        </dl>
      </header>
      {manages && (
        <p>
          <Link to="/office/organizations/$id" params={{ id }}>
            更改单位信息、指定联络员
          </Link>
        </p>
      )}
      <Sections sections={sections} />
    </div>
  );
}
