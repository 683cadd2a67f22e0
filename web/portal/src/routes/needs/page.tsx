import { Link, getRouteApi } from "@tanstack/react-router";
import { unitsOf, usePlace, useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { type NeedFilter, NeedsPageDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { NeedFilters } from "./filters.tsx";
import { NeedRow } from "./row.tsx";
import { type NeedSearch, needFilterOf } from "./search.ts";

const route = getRouteApi("/needs");

/** What units ask for: whoever can help sees by when, and of whom. */
export function NeedsPage() {
  const search = route.useSearch();
  const viewer = useViewer();
  const ownPlace = usePlace();
  return (
    <div className="page">
      <header className="page-head">
        <h1>需求</h1>
        {unitsOf(viewer).length > 0 && (
          <Link to="/needs/new" search={kindOf(search)} className="button button-main">
            提出需求
          </Link>
        )}
      </header>
      <NeedFilters />
      {viewer && <NeedList filter={needFilterOf(search, ownPlace)} />}
    </div>
  );
}

/** Whoever looks at wishes and puts one in need not choose the kind again. */
const kindOf = ({ kind }: NeedSearch) => (kind === undefined ? {} : { kind });

function NeedList({ filter }: { readonly filter: NeedFilter }) {
  const pages = usePages(NeedsPageDocument, { filter }, ({ needs }) => needs);
  return (
    <Paged
      pages={pages}
      empty={
        <Empty title="没有符合条件的需求">
          换一个条件，或者<Link to="/needs">看全部需求</Link>。
        </Empty>
      }
    >
      {(needs) => (
        <ul className="rows">
          {needs.map((need) => (
            <NeedRow key={need.id} need={need} />
          ))}
        </ul>
      )}
    </Paged>
  );
}
