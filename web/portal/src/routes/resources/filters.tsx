import { namesOf } from "../../app/own-committees.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Filters } from "../../components/filters.tsx";
import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { SearchLine } from "../../components/search-line.tsx";
import { TimeChoice } from "../../components/time-choice.tsx";
import { RESOURCE_KINDS } from "../../words/labels.ts";
import type { ResourceKind } from "../../graph/generated/graphql.ts";
import { NearFields } from "./near-fields.tsx";
import type { ResourceSearch } from "./search.ts";

interface FiltersProps {
  readonly search: ResourceSearch;
  readonly onChange: (changed: Partial<ResourceSearch>) => void;
}

/** The time first: that is what people come with. */
export function ResourceFilters({ search, onChange }: FiltersProps) {
  const units = unitsOf(useViewer());
  const { from, to } = search;
  const endsBeforeItBegins = from !== undefined && to !== undefined && from >= to;
  return (
    <Filters of={search} label="什么时候用？筛选">
      <DayField label="哪一天空闲" value={search.day} onChange={(day) => onChange({ day })} />
      <TimeChoice label="从" value={from} onChange={(time) => onChange({ from: time })} />
      <TimeChoice label="到" value={to} onChange={(time) => onChange({ to: time })} />
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
      <NearFields search={search} units={units} onChange={onChange} />
      {endsBeforeItBegins && (
        <p className="fault" role="status">
          结束时间要晚于开始时间。
        </p>
      )}
    </Filters>
  );
}
