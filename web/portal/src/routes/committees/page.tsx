import { getRouteApi } from "@tanstack/react-router";
import { usePlace } from "../../app/viewer.ts";
import { Choice } from "../../components/choice.tsx";
import { Filters } from "../../components/filters.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { SearchLine } from "../../components/search-line.tsx";
import { Together } from "../../components/together.tsx";
import { type CommitteeLevel, CommitteeTreeDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { COMMITTEE_LEVELS } from "../../words/labels.ts";
import { CommitteesFound } from "./found.tsx";
import { OwnCommittees } from "./own.tsx";
import type { CommitteesSearch } from "./search.ts";
import { Tree } from "./tree.tsx";
import { useOpenPlaces } from "./use-open-places.ts";

const route = getRouteApi("/committees");

/** All committees: the viewer's own, then by place or by name. */
export function CommitteesPage() {
  const { place, text, level } = route.useSearch();
  const navigate = route.useNavigate();
  const ownPlace = usePlace();
  const change = (changed: Partial<CommitteesSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const open = useOpenPlaces(place ?? ownPlace, (code) => change({ place: code }));
  const query = useAsk(CommitteeTreeDocument, {});
  return (
    <div className="page">
      <h1>委员会</h1>
      <Together className="page">
        <OwnCommittees />
        <section className="stack">
          <h2>全部委员会</h2>
          <Filters of={{ level, text }}>
            <Choice
              label="层级"
              options={{ ALL: "全部", ...COMMITTEE_LEVELS }}
              value={level ?? "ALL"}
              onChange={(one) =>
                change({ level: one === "ALL" ? undefined : (one as CommitteeLevel) })
              }
            />
            <SearchLine
              value={text}
              onSearch={(words) => change({ text: words })}
              placeholder="委员会名称"
            />
          </Filters>
          {text !== undefined || level !== undefined ? (
            <CommitteesFound
              filter={{
                ...(text === undefined ? {} : { text }),
                ...(level === undefined ? {} : { levels: [level] }),
              }}
            />
          ) : (
            <Loaded query={query}>
              {({ regions }) => <Tree places={regions?.nodes ?? []} open={open} />}
            </Loaded>
          )}
        </section>
      </Together>
    </div>
  );
}
