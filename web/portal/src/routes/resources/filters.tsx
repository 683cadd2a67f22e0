import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { SearchLine } from "../../components/search-line.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { TimeChoice } from "../../components/time-choice.tsx";
import { RESOURCE_KINDS } from "../../words/labels.ts";
import type { ResourceKind } from "../../graph/generated/graphql.ts";
import type { ResourceSearch } from "./search.ts";

interface FiltersProps {
  readonly search: ResourceSearch;
  readonly onChange: (changed: Partial<ResourceSearch>) => void;
}

export function ResourceFilters({ search, onChange }: FiltersProps) {
  const endsBeforeItBegins =
    search.from !== undefined && search.to !== undefined && search.from >= search.to;
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <DayField label="哪一天空闲" value={search.day} onChange={(day) => onChange({ day })} />
      <TimeChoice label="从" value={search.from} onChange={(from) => onChange({ from })} />
      <TimeChoice label="到" value={search.to} onChange={(to) => onChange({ to })} />
      <Choice
        label="类别"
        options={{ ALL: "全部", ...RESOURCE_KINDS }}
        value={search.kind ?? "ALL"}
        onChange={(kind) => onChange({ kind: kind === "ALL" ? undefined : (kind as ResourceKind) })}
      />
      <PlaceField label="地点" value={search.place} onChange={(place) => onChange({ place })} />
      <TextLine
        label="容量至少"
        value={search.seats === undefined ? "" : String(search.seats)}
        onChange={(seats) =>
          onChange({ seats: /^[1-9]\d{0,5}$/.test(seats) ? Number(seats) : undefined })
        }
        inputMode="numeric"
        placeholder="人"
      />
      <SearchLine
        value={search.text}
        onSearch={(text) => onChange({ text })}
        placeholder="名称、单位、用途"
      />
      {endsBeforeItBegins && (
        <p className="fault" role="status">
          结束时间要晚于开始时间。
        </p>
      )}
    </form>
  );
}
