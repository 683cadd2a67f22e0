import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Filters } from "../../components/filters.tsx";
import { Choice } from "../../components/choice.tsx";
import { CommitteeField } from "../../components/committee-field.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { IssueOwnerDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { ISSUE_SELECTIONS, type IssueSearch, type IssueSelection } from "./search.ts";

interface FiltersProps {
  readonly search: IssueSearch;
  readonly onChange: (changed: Partial<IssueSearch>) => void;
}

const ALL = "ALL";

export function IssueFilters({ search, onChange }: FiltersProps) {
  const viewer = useViewer();
  const units = new Map(unitsOf(viewer).map(({ id, name }) => [id, name]));
  // An address that somebody else has sent may name another unit.
  const isOthers = search.owner !== undefined && !units.has(search.owner);
  const { data } = useAsk(
    IssueOwnerDocument,
    { id: search.owner ?? "" },
    { isEnabled: viewer !== undefined && isOthers },
  );
  if (isOthers) units.set(search.owner ?? "", data?.organization?.name ?? "…");
  return (
    <Filters of={search}>
      <Choice
        label="状态"
        options={ISSUE_SELECTIONS}
        value={search.state ?? "open"}
        onChange={(chosen) => {
          const state = chosen as IssueSelection;
          onChange({ state: state === "open" ? undefined : state });
        }}
      />
      {units.size > 0 && (
        <Choice
          label="责任单位"
          options={{ [ALL]: "所有单位", ...Object.fromEntries(units) }}
          value={search.owner ?? ALL}
          onChange={(owner) => onChange({ owner: owner === ALL ? undefined : owner })}
        />
      )}
      <CommitteeField
        label="委员会"
        place={search.place}
        value={search.committee}
        onChange={(committee) => onChange({ committee })}
      />
      <PlaceField label="地区" value={search.place} onChange={(place) => onChange({ place })} />
    </Filters>
  );
}
