import { getRouteApi } from "@tanstack/react-router";
import { useNamedChoices } from "../../app/named-choices.ts";
import { useOwnCommittees } from "../../app/own-committees.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Filters } from "../../components/filters.tsx";
import { Choice } from "../../components/choice.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { SearchLine } from "../../components/search-line.tsx";
import type { AgreementState } from "../../graph/generated/graphql.ts";
import { AGREEMENT_STATES } from "../../words/labels.ts";
import type { AgreementSearch } from "./search.ts";

const route = getRouteApi("/agreements");
const ENDS = { ALL: "不限", 30: "30 天内", 90: "90 天内", 365: "一年内" } as const;

export function AgreementFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const units = unitsOf(useViewer());
  const unitNames = useNamedChoices("organization", units, search.unit);
  const committeeNames = useNamedChoices("committee", useOwnCommittees() ?? [], search.committee);
  const change = (changed: Partial<AgreementSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <Filters of={search}>
      <Choice
        label="状态"
        options={{ ALL: "全部", ...AGREEMENT_STATES }}
        value={search.state ?? "ALL"}
        onChange={(state) =>
          change({ state: state === "ALL" ? undefined : (state as AgreementState) })
        }
      />
      {Object.keys(unitNames).length > 1 && (
        <Choice
          label="单位"
          options={unitNames}
          value={search.unit ?? "ALL"}
          onChange={(unit) => change({ unit: unit === "ALL" ? undefined : unit })}
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
      <Choice
        label="即将到期"
        options={ENDS}
        value={String(search.ends ?? "ALL")}
        onChange={(ends) =>
          change({ ends: ends === "ALL" ? undefined : Number(ends), state: undefined })
        }
      />
      <PlaceField label="地点" value={search.place} onChange={(place) => change({ place })} />
      <SearchLine
        value={search.text}
        onSearch={(text) => change({ text })}
        placeholder="标题、承诺事项"
      />
    </Filters>
  );
}
