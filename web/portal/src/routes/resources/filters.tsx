import { namesOf } from "../../app/own-committees.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Filters } from "../../components/filters.tsx";
import { Choice } from "../../components/choice.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { SearchLine } from "../../components/search-line.tsx";
import { TimeFields } from "../../components/time-fields.tsx";
import { RESOURCE_KINDS } from "../../words/labels.ts";
import type { ResourceKind } from "../../graph/generated/graphql.ts";
import { NearFields } from "./near-fields.tsx";
import { type ResourceSearch, faultOfTime } from "./search.ts";
import type { Point } from "./use-point.ts";

interface FiltersProps {
  readonly search: ResourceSearch;
  /** The point that the search is for. */
  readonly point: Point;
  readonly onChange: (changed: Partial<ResourceSearch>) => void;
}

/** The time first: that is what people come with. */
export function ResourceFilters({ search, point, onChange }: FiltersProps) {
  const units = unitsOf(useViewer());
  const fault = faultOfTime(search);
  return (
    <Filters of={search} label="什么时候用？筛选">
      <TimeFields
        dayLabel="哪一天空闲"
        time={search}
        onChange={onChange}
        faultAt={(field) => (fault?.at === field ? fault.words : undefined)}
      />
      <Choice
        label="类别"
        options={{ ALL: "全部", ...RESOURCE_KINDS }}
        value={search.kind ?? "ALL"}
        onChange={(kind) => onChange({ kind: kind === "ALL" ? undefined : (kind as ResourceKind) })}
      />
      <PlaceField label="地点" value={search.place} onChange={(place) => onChange({ place })} />
      <NumberLine
        label="座位、容量至少"
        value={search.seats}
        onChange={(seats) => onChange({ seats: seats === 0 ? undefined : seats })}
        placeholder="数量"
      />
      {units.length > 0 && (
        <Choice
          label="提供单位"
          options={{ ALL: "全部", ...namesOf(units) }}
          value={search.unit ?? "ALL"}
          onChange={(unit) => onChange({ unit: unit === "ALL" ? undefined : unit })}
        />
      )}
      <SearchLine
        value={search.text}
        onSearch={(text) => onChange({ text })}
        placeholder="名称、说明"
      />
      <NearFields search={search} point={point} units={units} onChange={onChange} />
    </Filters>
  );
}
