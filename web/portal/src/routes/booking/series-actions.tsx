import { useState } from "react";
import { Confirm } from "../../components/confirm.tsx";
import { Done } from "../../components/done.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { PortalCancelSeriesDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { dayOf, showDay } from "../../words/time.ts";
import { SeriesDates } from "../resource/series-dates.tsx";
import { ChangeSeriesForm } from "./change-series-form.tsx";
import type { BookingOfSeries } from "./series.tsx";

interface SeriesActionsProps {
  readonly booking: BookingOfSeries;
  /** Whether it can still be changed. What became of it is told even if not. */
  readonly canChange: boolean;
}

/** What the unit that booked can do about a booking and all that follow it in its series. */
export function SeriesActions({ booking, canChange }: SeriesActionsProps) {
  const { series, during, resource } = booking;
  const cancel = useChange(PortalCancelSeriesDocument);
  const [changed, setChanged] = useState<string>();
  const from = dayOf(during.start);
  const { cancelled = [], skipped = [] } = cancel.data?.cancelSeries ?? {};
  return (
    <>
      {canChange && (
        <div className="buttons">
          <FormDialog action="更改这次和以后各次" title="更改系列预约">
            {(close) => (
              <ChangeSeriesForm
                booking={booking}
                onDone={(words) => {
                  close();
                  setChanged(words);
                }}
              />
            )}
          </FormDialog>
          <Confirm
            action="取消这次和以后各次"
            question={`取消“${resource?.title ?? "已撤下的资源"}”系列预约中 ${showDay(from)} 起的各次？时段会让给别的单位。`}
            reasonLabel="原因（提供方会看到）"
            error={cancel.error}
            onConfirm={async (reason) => {
              await cancel.mutateAsync({ id: series.id, from, reason });
            }}
          />
        </div>
      )}
      {changed !== undefined && <Done key={changed}>{changed}</Done>}
      {cancel.isSuccess && (
        <Done>
          已取消 {cancelled.length} 次{skipped.length > 0 && `，${skipped.length} 次没有取消`}。
        </Done>
      )}
      {skipped.length > 0 && <SeriesDates label="没有取消的" dates={skipped} />}
    </>
  );
}
