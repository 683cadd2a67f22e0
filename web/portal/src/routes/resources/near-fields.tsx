import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { type ChosenVenue, VenueField } from "../../components/venue-field.tsx";
import { findHere } from "./here.ts";
import { NearNumbers } from "./near-numbers.tsx";
import { venueAt } from "./own-venue.ts";
import { readPosition } from "./position.ts";
import { DEFAULT_METRES, type ResourceSearch } from "./search.ts";
import { useFinding } from "./use-finding.ts";
import { HERE, type Point } from "./use-point.ts";

/** How far is near. */
const DISTANCES = {
  800: "800 米（步行十分钟）",
  2000: "2 公里",
  5000: "5 公里",
  20000: "20 公里",
} as const;

interface NearFieldsProps {
  readonly search: ResourceSearch;
  /** The point that the search is for. */
  readonly point: Point;
  /** Units that the viewer acts for. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (changed: Partial<ResourceSearch>) => void;
}

/** What is near: the device, the viewer's unit, a venue that one knows, or a point in numbers. */
export function NearFields({ search, point, units, onChange }: NearFieldsProps) {
  const { near, within } = search;
  const [said, setSaid] = useState<{ readonly words: string; readonly isFault: boolean }>();
  // Its title stands in the field before the hub has told it.
  const [chosen, setChosen] = useState<ChosenVenue>();
  const isVenue = near !== undefined && near !== HERE && !readPosition(near);
  const known = near !== undefined && point.name !== undefined && { id: near, title: point.name };
  const venue = isVenue ? known || (chosen?.id === near ? chosen : undefined) : undefined;
  const finding = useFinding();
  const take = async (asked: Promise<string | undefined>, otherwise: string): Promise<void> => {
    setSaid({ words: "正在查找…", isFault: false });
    const ending = await finding.wait(asked);
    if (!ending) return;
    const failed = "error" in ending ? ending.error.message : undefined;
    const found = "found" in ending ? ending.found : undefined;
    setSaid(found === undefined ? { words: failed ?? otherwise, isFault: true } : undefined);
    if (found !== undefined) onChange({ near: found });
  };
  const forget = (): void => {
    finding.forget();
    setSaid(undefined);
  };
  // A tag above the list can take the point away as well.
  useEffect(() => finding.forget, [finding, near]);
  return (
    <fieldset
      className="near"
      onInput={({ target }) => {
        // Whatever is typed meanwhile counts, not what is found later.
        if (target instanceof HTMLInputElement) forget();
      }}
    >
      <legend className="unseen">附近</legend>
      <Button
        onPress={() => {
          const asked = findHere().then((isFound) => (isFound ? HERE : undefined));
          void take(asked, "浏览器没有给出位置。可以选一个熟悉的场地。");
        }}
      >
        我的位置附近
      </Button>
      {units.map(({ id, name }) => (
        <Button
          key={id}
          onPress={() =>
            void take(venueAt(id), "单位和所在地的场地都还没有填写经纬度。可以选一个熟悉的场地。")
          }
        >
          {units.length === 1 ? "本单位附近" : `${name}附近`}
        </Button>
      ))}
      <VenueField
        label="某个场地附近"
        placeholder="输入场地名称查找"
        value={venue}
        onChange={(one) => {
          setChosen(one);
          forget();
          onChange(one ? { near: one.id } : { near: undefined, within: undefined });
        }}
        during={undefined}
      />
      {near !== undefined && (
        <Choice
          label="多远以内"
          options={DISTANCES}
          value={String(within ?? DEFAULT_METRES)}
          onChange={(metres) => onChange({ within: Number(metres) })}
        />
      )}
      <p role="status" className={said?.isFault ? "fault near-said" : "hint near-said"}>
        {said?.words}
      </p>
      <NearNumbers near={near} onChange={onChange} />
    </fieldset>
  );
}
