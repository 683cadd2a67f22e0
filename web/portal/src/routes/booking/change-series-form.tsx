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
import { dayOf, showDay, showRange, showTime } from "../../words/time.ts";
import { weekdayOf } from "../resource/hours.ts";
import { minutesOf } from "../resource/rules.ts";
import { SeriesDates } from "../resource/series-dates.tsx";
import { REREADING, usePreview } from "../resource/use-preview.ts";
import type { BookingOfSeries } from "./series.tsx";

const ON_CONFLICT: Readonly<Record<OnConflict, string>> = {
  SKIP: "那一次不变，其余照改",
  FAIL: "一次也不改",
};

interface ChangeSeriesFormProps {
  readonly booking: BookingOfSeries;
  readonly onDone: () => void;
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
      from: showTime(during.start) as string | undefined,
      to: showTime(during.end) as string | undefined,
      weekday: String(weekdayOf(day)),
      onConflict: "SKIP" as OnConflict,
    },
    check: ({ from, to }) => ({ to: isBefore(from, to) ? undefined : "结束时间要晚于开始时间。" }),
    send: async () => {
      const { changeSeries } = await change.mutateAsync({ ...input, preview: false });
      const skipped = (changeSeries?.dates ?? []).filter(({ outcome }) => outcome === "SKIPPED");
      setMissed(skipped);
      if (skipped.length === 0) onDone();
    },
  });
  const { from = "", to = "", weekday, onConflict } = form.values;
  const isWhole = isBefore(from, to);
  const isMoved =
    from !== showTime(during.start) ||
    to !== showTime(during.end) ||
    weekday !== String(weekdayOf(day));
  const input = {
    id: series.id,
    from: day,
    startTime: from,
    lengthMinutes: isWhole ? minutesOf(to) - minutesOf(from) : 0,
    ...(series.every === "WEEK" ? { weekday: Number(weekday) } : {}),
    onConflict,
  };
  const { dates, haveable, error, isReading } = usePreview(
    PortalChangeSeriesDocument,
    isWhole && isMoved ? input : undefined,
    ({ changeSeries }) => changeSeries?.dates,
  );
  const skipped = dates.length - haveable;
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
        (isWhole && !isReading && (haveable === 0 || (onConflict === "FAIL" && skipped > 0)))
      }
      isWaiting={isReading}
    >
      <p>
        现在：{showRange(during)}。更改 {showDay(day)} 起还没有开始的各次。
      </p>
      {series.every === "WEEK" && (
        <Choice
          label="改到星期几"
          options={WEEKDAYS}
          value={weekday}
          onChange={(chosen) => form.set({ weekday: chosen })}
        />
      )}
      <div className="pair">
        <TimeChoice label="从" {...form.field("from")} />
        <TimeChoice label="到" {...form.field("to")} />
      </div>
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

const isBefore = (from: string | undefined, to: string | undefined): boolean =>
  from !== undefined && to !== undefined && from < to;
