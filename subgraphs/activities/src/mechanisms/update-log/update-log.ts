import type { Row } from "@alliance-hub/platform/database/row";
import type { LogSource, LogState } from "../numbered-log/log-source.ts";
import type { LiveEntry } from "../numbered-log/log-tail.ts";
import type { ActivityUpdate } from "./activity-update.ts";

/** What happened on the calendar, as a log with positions. */
export const UPDATES: LogSource = {
  entries: "activityUpdate",
  state: "updateLog",
  channel: "activity_update",
  name: "the update log",
};

/** An update with what PostgreSQL gives it: its number, and who of the units named in it was only invited then. */
export type NumberedUpdate = Row<ActivityUpdate> & { number: number; invitedIds: string[] };

/** An update from the live end of the log. */
export type LiveUpdate = LiveEntry<NumberedUpdate>;

/** The tables of the update log, as plain reads see them. */
export interface UpdateLogTables {
  activityUpdate: NumberedUpdate;
  updateLog: LogState;
}
