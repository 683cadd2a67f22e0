import { CheckLine } from "../../../components/check-line.tsx";
import { NumberLine } from "../../../components/number-line.tsx";
import { type ChosenVenue, VenueField } from "../../../components/venue-field.tsx";
import type { FormState } from "../../../forms/use-form.ts";
import { type WhenValues, bookableRange } from "../../../forms/when.ts";
import type { OwnTime } from "./own-time.ts";
import { RoomOutlook } from "./room-outlook.tsx";

/** The room of an activity, as a form keeps it. */
export interface RoomValues {
  readonly venueId: ChosenVenue | undefined;
  readonly isFreeOnly: boolean;
  readonly seats: number | undefined;
}

/** No room yet. */
export const NO_ROOM: RoomValues = { venueId: undefined, isFreeOnly: true, seats: undefined };

interface RoomFieldsProps {
  readonly form: Pick<FormState<RoomValues>, "values" | "field">;
  /** When the activity is. */
  readonly when: WhenValues;
  /** Takes another time over. Default: the time is fixed. */
  readonly onTime?: (time: Partial<WhenValues>) => void;
  /** Where rooms are looked for. */
  readonly regionCode: string | undefined;
  /** The place of the committee, whose rooms come first. */
  readonly ownPlace: string | undefined;
  /** The unit for which the room is booked. */
  readonly hostId: string | undefined;
  /** The room and time that the activity has already. Default: none. */
  readonly own?: OwnTime & { readonly venueId: string | undefined };
}

/** Chooses a room with the activity: which are free then, how large, and what becomes of the wish. */
export function RoomFields(props: RoomFieldsProps) {
  const { form, when, onTime, regionCode, ownPlace, hostId, own } = props;
  const { values } = form;
  const during = bookableRange(when);
  return (
    <>
      <div className="checks">
        <CheckLine {...form.field("isFreeOnly")}>只列这段时间空闲的场地</CheckLine>
      </div>
      <NumberLine label="至少多少座（可不填）" {...form.field("seats")} />
      <VenueField
        label="场地"
        {...form.field("venueId")}
        regionCode={regionCode}
        ownPlace={ownPlace}
        during={during}
        isFreeOnly={values.isFreeOnly}
        seats={values.seats}
      />
      {values.venueId && (
        <RoomOutlook
          venueId={values.venueId.id}
          hostId={hostId}
          when={when}
          onTime={onTime}
          own={own?.venueId === values.venueId.id ? own : undefined}
        />
      )}
    </>
  );
}
