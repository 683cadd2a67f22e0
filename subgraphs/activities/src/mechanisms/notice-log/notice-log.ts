import type { Facts } from "@alliance-hub/platform/notices/facts";
import type { RegionPath } from "@alliance-hub/sharing/place";
import type { LogSource, LogState } from "../numbered-log/log-source.ts";
import type { LiveEntry } from "../numbered-log/log-tail.ts";

/** What was told to whom, as a log with positions. */
export const NOTICES: LogSource = {
  entries: "notice",
  state: "noticeLog",
  channel: "notice",
  name: "the log of notices",
};

/**
 * One entry: what a unit, a committee, a person or the operators of a place were told. Every subgraph leaves them with
 * `directory.leave_notices`, in the transaction of the change.
 */
export interface NoticeEntry {
  readonly id: string;
  readonly number: number;
  readonly noun: string;
  readonly type: string;
  readonly recordId: string;
  /** `unit:`, `committee:`, `person:` or `operator:`, and who or where it is. */
  readonly addressee: string;
  readonly organizationId: string | null;
  readonly committeeId: string | null;
  readonly subject: string | null;
  /** The place whose operators were told. */
  readonly regionPath: RegionPath | null;
  readonly facts: Facts;
  readonly occurredAt: Date;
}

/** A notice from the live end of the log. */
export type LiveNotice = LiveEntry<NoticeEntry>;

/** A notice that somebody has read. */
export interface NoticeMark {
  readonly subject: string;
  readonly noticeId: string;
  readonly readAt: Date;
}

/** The tables of the notices, as plain reads see them. */
export interface NoticeTables {
  notice: NoticeEntry;
  noticeLog: LogState;
  noticeMark: NoticeMark;
}
