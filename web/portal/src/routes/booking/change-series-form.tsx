import { useState } from "react";
import { Choice } from "../../components/choice.tsx";
import { Fault } from "../../components/fault.tsx";
import { TimeChoice } from "../../components/time-choice.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type DateOfSeriesFragment,
  type OnConflict,
  PortalChangeSeriesDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { WEEKDAYS } from "../../words/place.ts";
import { dayOf, showDay, showRange } from "../../words/time.ts";
import { SeriesDates } from "../resource/series-dates.tsx";
import { REREADING, usePreview } from "../resource/use-preview.ts";
import { seriesChangeOf, seriesTimeOf } from "./series-change.ts";
import type { BookingOfSeries } from "./series.tsx";

const ON_CONFLICT: Readonly<Record<OnConflict, string>> = {
  SKIP: "那一次不变，其余照改",
  FAIL: "一次也不改",
};

interface ChangeSeriesFormProps {
  readonly booking: BookingOfSeries;
  /** @param words what became of it. */
  readonly onDone: (words: string) => void;
}

/** Moves a booking and all that follow it: what each date would give is shown before anything is changed. */
export function ChangeSeriesForm({ booking, onDone }: ChangeSeriesFormProps) {
  const { series, during, resource, organization } = booking;
  const day = dayOf(during.start);
  const change = useChange(PortalChangeSeriesDocument);
  const [missed, setMissed] = useState<readonly DateOfSeriesFragment[]>([]);
  const form = useForm({
    name: `change-series.${booking.id}`,
    initial: {
      ...seriesTimeOf(during),
      onConflict: "SKIP" as OnConflict,
    },
    check: (time) => ({
      to: seriesChangeOf(during, time) ? undefined : "结束时间要晚于开始时间。",
    }),
    send: async () => {
      if (!input) return;
      const { version } = series;
      const { changeSeries } = await change.mutateAsync({ ...input, version, preview: false });
      const all = changeSeries?.dates ?? [];
      const skipped = all.filter(({ outcome }) => outcome === "SKIPPED");
      const moved = all.filter(({ outcome }) => outcome === "CHANGED");
      setMissed(skipped);
      if (skipped.length === 0)
        onDone(
          waits ? `已提交 ${moved.length} 次的更改，等提供方答复。` : `已更改 ${moved.length} 次。`,
        );
    },
  });
  const { onConflict } = form.values;
  const changed = seriesChangeOf(during, form.values);
  const isMoved = changed === undefined || Object.keys(changed).length > 0;
  const input =
    changed && isMoved ? { id: series.id, from: day, ...changed, onConflict } : undefined;
  const { dates, haveable, error, isReading } = usePreview(
    PortalChangeSeriesDocument,
    input,
    ({ changeSeries }) => changeSeries?.dates,
  );
  const skipped = dates.length - haveable;
  // Only where it ends on another day than it begins.
  const mostAfter = Number(seriesTimeOf(during).endsAfter);
  const waits = resource?.approval === true && organization?.id !== resource.provider?.id;
  if (missed.length > 0)
    return (
      <div className="stack" role="status">
        <p className="notice notice-wait">
          其余的已更改。下面 {missed.length} 次没有改成，仍是原来的时段：
        </p>
        <SeriesDates label="没有改成的" dates={missed} />
      </div>
    );
  return (
    <Form
      form={form}
      action={waits ? "申请更改" : "更改"}
      label="更改系列预约"
      isDisabled={
        !isMoved ||
        (input !== undefined &&
          !isReading &&
          (haveable === 0 || (onConflict === "FAIL" && skipped > 0)))
      }
      isWaiting={isReading}
    >
      <p>
        现在：{showRange(during)}。更改 {showDay(day)} 起还没有开始的各次。
      </p>
      {series.every === "WEEK" && (
        <Choice label="改到星期几" options={WEEKDAYS} {...form.field("weekday")} />
      )}
      <div className="pair">
        <TimeChoice label="从" {...form.field("from")} />
        <TimeChoice label="到" hasDayEnd {...form.field("to")} />
      </div>
      {mostAfter > 0 && (
        <Choice
          label="到哪一天"
          options={Object.fromEntries(
            Array.from({ length: mostAfter + 1 }, (_, days) => [days, endDay(days)]),
          )}
          {...form.field("endsAfter")}
        />
      )}
      <Choice
        label="有一次改不成时"
        options={ON_CONFLICT}
        value={onConflict}
        onChange={(chosen) => form.set({ onConflict: chosen as OnConflict })}
      />
      {waits && <p className="hint">各次都要提供方重新同意。答复之前，原来的时段仍为您保留。</p>}
      <Fault error={error} />
      {dates.length > 0 && (
        <section className="stack" aria-label="每一次的预览" aria-busy={isReading}>
          <p role="status">
            {isReading && REREADING}共 {dates.length} 次，
            {skipped === 0 ? "都能改成。" : `${skipped} 次改不成。`}
          </p>
          <SeriesDates label="每一次" dates={dates} />
        </section>
      )}
    </Form>
  );
}

const endDay = (days: number): string => ["当天", "次日"][days] ?? `第 ${days + 1} 天`;
