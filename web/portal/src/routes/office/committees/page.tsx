import { Link, getRouteApi } from "@tanstack/react-router";
import { managesCommittees } from "../../../app/roles.ts";
import { usePlace, useViewer } from "../../../app/viewer.ts";
import { Filters } from "../../../components/filters.tsx";
import { Choice } from "../../../components/choice.tsx";
import { PlaceField } from "../../../components/place-field.tsx";
import { SearchLine } from "../../../components/search-line.tsx";
import type { CommitteeLevel } from "../../../graph/generated/graphql.ts";
import { COMMITTEE_LEVELS } from "../../../words/labels.ts";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";
import { Waiting } from "../waiting.tsx";
import { CommitteeList } from "./committee-list.tsx";
import { type CommitteeSearch, committeeFilterOf } from "./search.ts";

const route = getRouteApi("/office/committees");

/** The committees of a place, for those who manage some of them: those whose term ends soon are marked. */
export function OfficeCommitteesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const ownPlace = usePlace();
  const change = (changed: Partial<CommitteeSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  if (!viewer) return null;
  if (!managesCommittees(viewer))
    return (
      <div className="page">
        <OfficeHead title="委员会管理" />
        <NotForYou whom="书记和平台管理员" />
      </div>
    );
  return (
    <div className="page">
      <OfficeHead title="委员会管理">
        <Link to="/office/committees/new" className="button button-main">
          成立委员会
        </Link>
      </OfficeHead>
      <Waiting />
      <Filters of={search}>
        <PlaceField
          label="所在地"
          value={search.place ?? ownPlace}
          onChange={(code) => change({ place: code })}
          levels={["DISTRICT", "STREET", "COMMUNITY"]}
        />
        <Choice
          label="层级"
          options={{ ALL: "全部", ...COMMITTEE_LEVELS }}
          value={search.level ?? "ALL"}
          onChange={(level) =>
            change({ level: level === "ALL" ? undefined : (level as CommitteeLevel) })
          }
        />
        <SearchLine
          value={search.text}
          onSearch={(text) => change({ text })}
          placeholder="委员会名称"
        />
      </Filters>
      <CommitteeList filter={committeeFilterOf(search, ownPlace)} />
    </div>
  );
}
