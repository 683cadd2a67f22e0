import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { ask } from "../../graph/ask.ts";
import { OwnVenuesDocument } from "../../graph/generated/graphql.ts";
import { type Position, findPosition, readPosition, writePosition } from "./position.ts";
import { DEFAULT_METRES, type ResourceSearch } from "./search.ts";

/** How far is near. */
const DISTANCES = {
  800: "800 米（步行十分钟）",
  2000: "2 公里",
  5000: "5 公里",
  20000: "20 公里",
} as const;

interface NearFieldsProps {
  readonly search: ResourceSearch;
  /** Units that the viewer acts for: what is near their venues can be asked for. */
  readonly units: readonly { readonly id: string }[];
  readonly onChange: (changed: Partial<ResourceSearch>) => void;
}

/** What is near a point: where the browser is, the viewer's own venue, or what is typed. */
export function NearFields({ search, units, onChange }: NearFieldsProps) {
  const { near, within } = search;
  // Until it is left; otherwise the field shows what the address says.
  const [typed, setTyped] = useState<string>();
  const [fault, setFault] = useState<string>();
  const take = (position: Position | undefined, otherwise: string): void => {
    setFault(position ? undefined : otherwise);
    if (!position) return;
    setTyped(undefined);
    onChange({ near: writePosition(position) });
  };
  const takeTyped = (): void => {
    if (typed === undefined) return;
    if (typed.trim() === "") {
      setFault(undefined);
      setTyped(undefined);
      if (near !== undefined) onChange({ near: undefined, within: undefined });
    } else if (typed !== near) take(readPosition(typed), "请写成“经度,纬度”，如 116.367,23.525。");
  };
  const [unit] = units;
  return (
    <fieldset className="near">
      <legend className="unseen">附近</legend>
      <TextLine
        label="附近（经度,纬度）"
        value={typed ?? near ?? ""}
        onChange={setTyped}
        onBlur={takeTyped}
        onKeyDown={({ key }) => {
          if (key === "Enter") takeTyped();
        }}
        placeholder="116.367,23.525"
        fault={fault}
      />
      {near !== undefined && (
        <Choice
          label="多远以内"
          options={DISTANCES}
          value={String(within ?? DEFAULT_METRES)}
          onChange={(metres) => onChange({ within: Number(metres) })}
        />
      )}
      <Button
        onPress={() => {
          void findPosition().then((position) =>
            take(position, "浏览器没有给出位置。可以填写经纬度。"),
          );
        }}
      >
        我的附近
      </Button>
      {unit && (
        <Button
          onPress={() => {
            void positionOf(unit.id).then((position) =>
              take(position, "本单位的场地还没有填写经纬度。"),
            );
          }}
        >
          本单位附近
        </Button>
      )}
    </fieldset>
  );
}

/** Where the first venue of a unit is that has a position. */
async function positionOf(unit: string): Promise<Position | undefined> {
  const { organization } = await ask(OwnVenuesDocument, { unit });
  return (organization?.resources?.nodes ?? [])
    .map(({ venue }) => venue)
    .flatMap((venue) =>
      venue?.longitude == null || venue.latitude === null
        ? []
        : [{ longitude: venue.longitude, latitude: venue.latitude }],
    )[0];
}
