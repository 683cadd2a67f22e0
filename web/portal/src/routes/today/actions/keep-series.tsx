import { KeepSeries } from "../../booking/keep-series.tsx";
import type { TaskActionProps } from "./task-action.ts";

/** Keeps a series to which nobody came, or gives the rest back, where its task stands. */
export function KeepSeriesTask({ task: { recordId: id, title }, done }: TaskActionProps) {
  return <KeepSeries id={id} of={title} done={done} />;
}
