import { getRouteApi } from "@tanstack/react-router";
import { usePlace, useViewer } from "../../app/viewer.ts";
import { Choice } from "../../components/choice.tsx";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { SearchLine } from "../../components/search-line.tsx";
import {
  type NeedFilter,
  type NeedKind,
  NeedsPageDocument,
} from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { NEED_KINDS } from "../../words/labels.ts";
import { showDay } from "../../words/time.ts";
import { type NeedSearch, needFilterOf } from "./search.ts";

const route = getRouteApi("/needs");

/** What units ask for: whoever can help sees by when, and whom to call. */
export function NeedsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const ownPlace = usePlace();
  const change = (changed: Partial<NeedSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className="page">
      <h1>需求</h1>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label="类别"
          options={{ ALL: "全部", ...NEED_KINDS }}
          value={search.kind ?? "ALL"}
          onChange={(kind) => change({ kind: kind === "ALL" ? undefined : (kind as NeedKind) })}
        />
        <SearchLine
          value={search.text}
          onSearch={(text) => change({ text })}
          placeholder="名称、用途"
        />
      </form>
      {viewer && <NeedList filter={needFilterOf(search, ownPlace)} />}
    </div>
  );
}

function NeedList({ filter }: { readonly filter: NeedFilter }) {
  const pages = usePages(NeedsPageDocument, { filter }, ({ needs }) => needs);
  return (
    <Paged
      pages={pages}
      empty={<Empty title="没有符合条件的需求">换一个类别，或者去掉关键词。</Empty>}
    >
      {(needs) => (
        <ul className="rows">
          {needs.map(({ id, title, kind, quantity, unit, neededBy, organization, description }) => (
            <li key={id} className="row">
              <div className="row-main">
                <p className="row-title">{title}</p>
                <p className="muted">
                  {[NEED_KINDS[kind], organization?.name, description].filter(Boolean).join(" · ")}
                </p>
              </div>
              {quantity !== null && (
                <span>
                  {quantity}
                  {unit ?? ""}
                </span>
              )}
              {neededBy !== null && <span>{showDay(neededBy)}前</span>}
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}
