import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { CheckList } from "../../components/check-list.tsx";
import { Choice } from "../../components/choice.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { orNull } from "../../forms/filled.ts";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import {
  type Amenity,
  PortalSetVenueDocument,
  type ResourceOfPageFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { AMENITIES } from "../../words/place.ts";
import { findPosition } from "../resources/position.ts";
import { useFinding } from "../resources/use-finding.ts";
import { Saved } from "./saved.tsx";

const BARRIER_FREE = { UNKNOWN: "没有填写", YES: "有无障碍通道", NO: "没有无障碍通道" } as const;

/** Where a venue is and what it has. */
export function PlaceForm({ resource }: { readonly resource: ResourceOfPageFragment }) {
  const { id, version, venue } = resource;
  const setVenue = useChange(PortalSetVenueDocument);
  const [isUnknown, setUnknown] = useState(false);
  const finding = useFinding();
  const form = useForm({
    name: `place.${id}`,
    initial: {
      address: venue?.address ?? "",
      longitude: textOf(venue?.longitude),
      latitude: textOf(venue?.latitude),
      officePhone: venue?.officePhone ?? "",
      seats: venue?.seats ?? undefined,
      areaSquareMetres: venue?.areaSquareMetres ?? undefined,
      barrierFree:
        venue?.barrierFree == null ? "UNKNOWN" : venue.barrierFree ? "YES" : ("NO" as string),
      amenities: (venue?.amenities ?? []) as readonly Amenity[],
    },
    check: ({ address, longitude, latitude, officePhone, seats, areaSquareMetres }) => ({
      address: textFault(address, { name: "地址", most: 200, isRequired: false }),
      longitude: degreesFault("经度", longitude, 180) ?? missingOf("经度", longitude, latitude),
      latitude: degreesFault("纬度", latitude, 90) ?? missingOf("纬度", latitude, longitude),
      officePhone: textFault(officePhone, { name: "办公电话", most: 40, isRequired: false }),
      seats: seats === 0 ? "座位数从 1 起；不知道的请留空。" : undefined,
      areaSquareMetres: areaSquareMetres === 0 ? "面积从 1 起；不知道的请留空。" : undefined,
    }),
    send: async (values) => {
      finding.forget();
      const { address, longitude, latitude, officePhone, seats, areaSquareMetres } = values;
      await setVenue.mutateAsync({
        resourceId: id,
        version,
        address: orNull(address),
        longitude: numberOf(longitude),
        latitude: numberOf(latitude),
        officePhone: orNull(officePhone),
        seats: seats ?? null,
        areaSquareMetres: areaSquareMetres ?? null,
        barrierFree: values.barrierFree === "UNKNOWN" ? null : values.barrierFree === "YES",
        amenities: [...values.amenities],
      });
    },
  });
  return (
    <Form form={form} action="保存地址和条件" label="地址和条件">
      <TextLine label="地址" {...form.field("address")} hint="到门牌号，能照着找到。" />
      {/* What is typed while the browser looks counts, not what it finds. */}
      <div className="pair" onInput={finding.forget}>
        <TextLine label="经度" {...form.field("longitude")} inputMode="decimal" />
        <TextLine label="纬度" {...form.field("latitude")} inputMode="decimal" />
      </div>
      <div className="buttons">
        <Button
          onPress={() => {
            void finding.wait(findPosition()).then((ending) => {
              if (!ending) return;
              const found = "found" in ending ? ending.found : undefined;
              setUnknown(found === undefined);
              if (found)
                form.set({
                  longitude: String(found.longitude),
                  latitude: String(found.latitude),
                });
            });
          }}
        >
          用我现在的位置
        </Button>
      </div>
      {isUnknown && (
        <p className="fault" role="status">
          浏览器没有给出位置，请手工填写经纬度。
        </p>
      )}
      <TextLine label="办公电话" {...form.field("officePhone")} inputMode="tel" />
      <div className="pair">
        <NumberLine label="座位数" {...form.field("seats")} />
        <NumberLine label="面积（平方米）" {...form.field("areaSquareMetres")} />
      </div>
      <Choice label="无障碍" options={BARRIER_FREE} {...form.field("barrierFree")} />
      <CheckList
        label="便民设施"
        options={AMENITIES}
        value={form.values.amenities}
        onChange={(amenities) => form.set({ amenities })}
      />
      <Saved isShown={setVenue.isSuccess} />
    </Form>
  );
}

const textOf = (degrees: number | null | undefined): string =>
  degrees == null ? "" : String(degrees);
const numberOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));

function degreesFault(name: string, text: string, most: number): string | undefined {
  if (text.trim() === "") return undefined;
  const degrees = Number(text);
  return Number.isNaN(degrees) || Math.abs(degrees) > most
    ? `${name}是 -${most} 至 ${most} 的度数，如 ${most === 90 ? "23.525" : "116.367"}。`
    : undefined;
}

const missingOf = (name: string, text: string, other: string): string | undefined =>
  text.trim() === "" && other.trim() !== "" ? `请填写${name}，或者两项都不填。` : undefined;
