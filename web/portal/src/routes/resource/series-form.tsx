import { useState } from "react";
import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { filled } from "../../forms/filled.ts";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type DateOfSeriesFragment,
  type OnConflict,
  PortalBookSeriesDocument,
  type ResourceOfPageFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import type { Day } from "../../words/time.ts";
import {
  ChosenTimeFields,
  DetailFields,
  type OwnUnits,
  UnitField,
  faultOfTime,
  faultsOfDetails,
  noBooking,
  useChosenTime,
} from "./booking-fields.tsx";
import { ON_CONFLICT, REPEATS, type Repeat, faultOfUntil, repeatOf } from "./repeat.ts";
import { BookedSeries, PreviewPart } from "./series-outcome.tsx";
import { type Preview, usePreview } from "./use-preview.ts";

interface SeriesFormProps {
  readonly resource: ResourceOfPageFragment;
  readonly units: OwnUnits;
  /** Called to book a single date instead, once its time is chosen. */
  readonly onAlone: () => void;
}

/** Books again and again: what each date would give is shown before anything is booked. */
export function SeriesForm({ resource, units, onAlone }: SeriesFormProps) {
  const { search, choose, during } = useChosenTime();
  const [booked, setBooked] = useState<readonly DateOfSeriesFragment[]>();
  // Before the preview is read anew, whose dates are taken from now on.
  const book = useChange(PortalBookSeriesDocument, async ({ bookSeries }) =>
    setBooked(bookSeries?.dates),
  );
  const form = useForm({
    name: `series.${resource.id}`,
    initial: {
      ...noBooking(units),
      repeat: "WEEK1" as Repeat,
      until: undefined as Day | undefined,
      onConflict: "SKIP" as OnConflict,
    },
    check: (values) => ({
      during: faultOfTime(resource, search),
      until: faultOfUntil(values.until, search.day),
      ...faultsOfDetails(resource, values),
    }),
    send: async () => {
      if (!input) return;
      setBooked(undefined);
      await book.mutateAsync({ ...input, preview: false });
    },
  });
  const { organizationId = "", quantity, purpose, repeat, until, onConflict } = form.values;
  const rule = repeatOf(repeat, until);
  const isAskable =
    during &&
    rule &&
    faultOfTime(resource, search) === undefined &&
    faultOfUntil(until, search.day) === undefined;
  const input = isAskable
    ? {
        resourceId: resource.id,
        organizationId,
        during,
        repeat: rule,
        quantity: quantity ?? 1,
        ...filled({ purpose }),
        onConflict,
      }
    : undefined;
  const preview = usePreview(
    PortalBookSeriesDocument,
    input && { ...input, purpose: null },
    ({ bookSeries }) => bookSeries?.dates,
  );
  const waits = resource.approval && organizationId !== resource.provider?.id;
  const timeFault = form.fault("during") ?? (during && faultOfTime(resource, search));
  // Nor can anybody agree to dates that the hub could not show.
  const isInVain =
    input !== undefined &&
    (preview.haveable === 0 || (onConflict === "FAIL" && preview.haveable < preview.dates.length));
  return (
    <Form
      form={form}
      action={actionFor(preview, { waits, onConflict })}
      label="重复预约"
      isDisabled={isInVain && !preview.isReading}
      isWaiting={preview.isReading}
    >
      {booked && (
        <BookedSeries
          dates={booked}
          onAlone={(time) => {
            choose({ lastDay: undefined, ...time });
            onAlone();
          }}
        />
      )}
      <UnitField form={form} units={units} />
      <ChosenTimeFields dayLabel="第一次的日期" />
      {timeFault !== undefined && (
        <p className="fault" role="status">
          {timeFault}
        </p>
      )}
      <div className="pair">
        <Choice
          label="多久一次"
          options={REPEATS}
          value={repeat}
          onChange={(chosen) => form.set({ repeat: chosen as Repeat })}
        />
        <DayField label="到哪一天为止" {...form.field("until")} />
      </div>
      <Choice
        label="有一次订不到时"
        options={ON_CONFLICT}
        value={onConflict}
        onChange={(chosen) => form.set({ onConflict: chosen as OnConflict })}
      />
      <DetailFields form={form} resource={resource} waits={waits} />
      {!(booked && form.isSending) && <PreviewPart preview={preview} onConflict={onConflict} />}
    </Form>
  );
}

function actionFor(
  { dates, haveable, isReading }: Preview,
  { waits, onConflict }: { readonly waits: boolean; readonly onConflict: OnConflict },
): string {
  const verb = waits ? "提交申请" : "预约";
  if (dates.length === 0 || isReading) return verb;
  return `${verb}（${onConflict === "SKIP" ? haveable : dates.length} 次）`;
}
