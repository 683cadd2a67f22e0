import { listOf, listText } from "../../app/address.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Filters } from "../../components/filters.tsx";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { CommitteeField } from "../../components/committee-field.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { SearchLine } from "../../components/search-line.tsx";
import { type ActivityKind, CalendarUnitDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { ACTIVITY_KINDS } from "../../words/labels.ts";
import type { CalendarSearch } from "./search.ts";

interface FiltersProps {
  readonly search: CalendarSearch;
  readonly onChange: (changed: Partial<CalendarSearch>) => void;
}

const ALL = "ALL";

const NO_FILTERS = {
  unit: undefined,
  kind: undefined,
  place: undefined,
  committee: undefined,
  text: undefined,
};

const isFiltered = ({ unit, kind, place, committee, text }: CalendarSearch): boolean =>
  [unit, kind, place, committee, text].some((one) => one !== undefined);

/** Which activities: of everybody or of a unit, of a kind, a committee, a place, with words in them. */
export function CalendarFilters({ search, onChange }: FiltersProps) {
  const { unit, kind, place, committee, text } = search;
  const viewer = useViewer();
  const [places, committees] = [listOf(place), listOf(committee)];
  const units = new Map(unitsOf(viewer).map(({ id, name }) => [id, name]));
  // An address that somebody else has sent may name another unit.
  const isOthers = search.unit !== undefined && !units.has(search.unit);
  const { data } = useAsk(
    CalendarUnitDocument,
    { id: search.unit ?? "" },
    { isEnabled: viewer !== undefined && isOthers },
  );
  if (isOthers) units.set(search.unit ?? "", data?.organization?.name ?? "…");
  return (
    <Filters of={{ unit, kind, place, committee, text }}>
      {units.size > 0 && (
        <Choice
          label="谁的活动"
          options={{ [ALL]: "所有单位", ...Object.fromEntries(units) }}
          value={search.unit ?? ALL}
          onChange={(unit) => onChange({ unit: unit === ALL ? undefined : unit })}
        />
      )}
      <Choice
        label="类型"
        options={{ [ALL]: "全部", ...ACTIVITY_KINDS }}
        value={search.kind ?? ALL}
        onChange={(kind) => onChange({ kind: kind === ALL ? undefined : (kind as ActivityKind) })}
      />
      <PlaceField
        label="地区（可选几个）"
        placeholder={places.length === 0 ? "输入地名查找" : "再加一个"}
        isForSeveral
        value={undefined}
        onChange={(code) => {
          if (code !== undefined) onChange({ place: listText(listOf(`${place ?? ""},${code}`)) });
        }}
      />
      <CommitteeField
        label="委员会（可选几个）"
        placeholder={committees.length === 0 ? "全部" : "再加一个"}
        // Those of several places are found by their names.
        place={places.length === 1 ? places[0] : undefined}
        isForSeveral
        value={undefined}
        onChange={(id) => {
          if (id !== undefined)
            onChange({ committee: listText(listOf(`${committee ?? ""},${id}`)) });
        }}
      />
      <SearchLine
        value={search.text}
        onSearch={(text) => onChange({ text })}
        placeholder="名称、主题"
      />
      {isFiltered(search) && (
        <div className="filters-end">
          <Button look="quiet" onPress={() => onChange(NO_FILTERS)}>
            清除筛选
          </Button>
        </div>
      )}
    </Filters>
  );
}
