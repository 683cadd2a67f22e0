import { getRouteApi } from "@tanstack/react-router";
import { useNamedChoices } from "../../app/named-choices.ts";
import { useOwnCommittees } from "../../app/own-committees.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Filters } from "../../components/filters.tsx";
import { Choice } from "../../components/choice.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { SearchLine } from "../../components/search-line.tsx";
import type { NeedKind, NeedState } from "../../graph/generated/graphql.ts";
import { NEED_KINDS, NEED_STATES } from "../../words/labels.ts";
import type { NeedSearch } from "./search.ts";

const route = getRouteApi("/needs");

export function NeedFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const units = unitsOf(useViewer());
  const unitNames = useNamedChoices("organization", units, search.unit);
  const committeeNames = useNamedChoices("committee", useOwnCommittees() ?? [], search.committee);
  const change = (changed: Partial<NeedSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <Filters of={search}>
      <Choice
        label="类别"
        options={{ ALL: "全部", ...NEED_KINDS }}
        value={search.kind ?? "ALL"}
        onChange={(kind) => change({ kind: kind === "ALL" ? undefined : (kind as NeedKind) })}
      />
      {Object.keys(unitNames).length > 1 && (
        <Choice
          label="单位"
          options={unitNames}
          value={search.unit ?? "ALL"}
          onChange={(unit) => change({ unit: unit === "ALL" ? undefined : unit })}
        />
      )}
      {units.length > 0 && (
        <Choice
          label="状态"
          options={NEED_STATES}
          value={search.state ?? "PUBLISHED"}
          onChange={(state) =>
            change({ state: state === "PUBLISHED" ? undefined : (state as NeedState) })
          }
        />
      )}
      {Object.keys(committeeNames).length > 1 && (
        <Choice
          label="委员会"
          options={committeeNames}
          value={search.committee ?? "ALL"}
          onChange={(committee) =>
            change({ committee: committee === "ALL" ? undefined : committee })
          }
        />
      )}
      <PlaceField label="地点" value={search.place} onChange={(place) => change({ place })} />
      <SearchLine
        value={search.text}
        onSearch={(text) => change({ text })}
        placeholder="名称、用途"
      />
    </Filters>
  );
}
