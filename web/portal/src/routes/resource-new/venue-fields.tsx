import { CheckLine } from "../../components/check-line.tsx";
import { Choice } from "../../components/choice.tsx";
import type { FormState } from "../../forms/use-form.ts";
import type { FunctionArea, VenueKind } from "../../graph/generated/graphql.ts";
import { FUNCTION_AREAS, VENUE_KINDS } from "../../words/resources.ts";

interface VenueValues {
  readonly venueKind: VenueKind | undefined;
  readonly functionAreas: readonly FunctionArea[];
}

interface VenueFieldsProps {
  readonly form: Pick<FormState<VenueValues>, "fault"> & {
    readonly values: VenueValues;
    readonly set: (changed: Partial<VenueValues>) => void;
  };
}

/** What only venues have: which kind of place it is, and what can be done there. */
export function VenueFields({ form }: VenueFieldsProps) {
  const { venueKind, functionAreas } = form.values;
  return (
    <>
      <Choice
        label="阵地类型"
        options={VENUE_KINDS}
        value={venueKind}
        fault={form.fault("venueKind")}
        onChange={(chosen) => form.set({ venueKind: chosen as VenueKind })}
      />
      <fieldset className="checks">
        <legend>功能区</legend>
        {(Object.keys(FUNCTION_AREAS) as FunctionArea[]).map((area) => (
          <CheckLine
            key={area}
            value={functionAreas.includes(area)}
            onChange={(isChosen) =>
              form.set({
                functionAreas: isChosen
                  ? [...functionAreas, area]
                  : functionAreas.filter((one) => one !== area),
              })
            }
          >
            {FUNCTION_AREAS[area]}
          </CheckLine>
        ))}
      </fieldset>
    </>
  );
}
