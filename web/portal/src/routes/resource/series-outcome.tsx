import { Link } from "@tanstack/react-router";
import { Done } from "../../components/done.tsx";
import { Fault } from "../../components/fault.tsx";
import type { DateOfSeriesFragment, OnConflict } from "../../graph/generated/graphql.ts";
import { SeriesDates } from "./series-dates.tsx";
import type { ChosenTime } from "../../words/chosen-time.ts";
import { type Preview, REREADING } from "./use-preview.ts";

interface PreviewPartProps {
  readonly preview: Preview;
  readonly onConflict: OnConflict;
}

/** What each date would give, before anything is booked. */
export function PreviewPart({ preview, onConflict }: PreviewPartProps) {
  const { dates, haveable, error, isReading } = preview;
  if (error) return <Fault error={error} />;
  if (dates.length === 0)
    return isReading ? <div className="loading" role="status" aria-label="正在读取" /> : null;
  const missed = dates.length - haveable;
  return (
    <section className="stack" aria-label="每一次的预览" aria-busy={isReading}>
      <p role="status">
        {isReading && REREADING}共 {dates.length} 次，
        {missed === 0 ? "都能订到。" : `${missed} 次订不到。`}
        {missed > 0 &&
          (haveable === 0
            ? "请换一个时间。"
            : onConflict === "FAIL"
              ? "您选了“一次也不订”，所以现在提交不了：请换一个时间，或者改选“跳过那一次”。"
              : "订不到的会跳过。")}
      </p>
      <SeriesDates label="每一次" dates={dates} />
    </section>
  );
}

interface BookedSeriesProps {
  readonly dates: readonly DateOfSeriesFragment[];
  readonly onAlone: (time: ChosenTime) => void;
}

/** What became of a series that was just booked. */
export function BookedSeries({ dates, onAlone }: BookedSeriesProps) {
  const booked = dates.filter(({ booking }) => booking !== null);
  const waits = booked.some(({ booking }) => booking?.state === "REQUESTED");
  const skipped = dates.length - booked.length;
  return (
    <section className="stack" aria-label="预约的结果">
      <Done>
        <p>
          {waits ? `已提交 ${booked.length} 次，等提供方答复` : `预约成功，共 ${booked.length} 次`}
          {skipped > 0 && `；跳过了 ${skipped} 次`}。
        </p>
        <p>
          <Link to="/bookings">看我们的预约</Link>
        </p>
      </Done>
      <SeriesDates label="每一次的结果" dates={dates} onAlone={onAlone} />
    </section>
  );
}
