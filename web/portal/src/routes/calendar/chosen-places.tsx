import { listOf, listText } from "../../app/address.ts";
import { usePlaceOf } from "../../components/fields/use-place-choices.ts";
import { Tag, TagGroup } from "../../components/tags.tsx";
import { CommitteeNameDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import type { CalendarSearch } from "./search.ts";

interface ChosenPlacesProps {
  readonly search: CalendarSearch;
  readonly onChange: (changed: Partial<CalendarSearch>) => void;
}

/** The places and committees whose activities are shown; each can be taken away. */
export function ChosenPlaces({ search, onChange }: ChosenPlacesProps) {
  const [places, committees] = [listOf(search.place), listOf(search.committee)];
  if (places.length + committees.length === 0) return null;
  const without = (items: readonly string[], one: string): string | undefined =>
    listText(items.filter((item) => item !== one));
  return (
    <TagGroup label="已选">
      {places.map((code) => (
        <PlaceTag
          key={code}
          code={code}
          onRemove={() => onChange({ place: without(places, code) })}
        />
      ))}
      {committees.map((id) => (
        <CommitteeTag
          key={id}
          id={id}
          onRemove={() => onChange({ committee: without(committees, id) })}
        />
      ))}
    </TagGroup>
  );
}

interface PlaceTagProps {
  readonly code: string;
  readonly onRemove: () => void;
}

/** The code stands where there is no such place, so that a link that is wrong can be mended. */
function PlaceTag({ code, onRemove }: PlaceTagProps) {
  return <Tag name={usePlaceOf(code)?.name ?? code} onRemove={onRemove} />;
}

interface CommitteeTagProps {
  readonly id: string;
  readonly onRemove: () => void;
}

function CommitteeTag({ id, onRemove }: CommitteeTagProps) {
  const { data } = useAsk(CommitteeNameDocument, { id });
  return (
    <Tag name={data?.committee?.name ?? (data ? "不存在的委员会" : "…")} onRemove={onRemove} />
  );
}
