import type { Database } from "@alliance-hub/platform/database/connect";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { Language } from "@alliance-hub/platform/words/language";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { MailSettingTables } from "../../nouns/mail-setting/mail-setting.loaders.ts";
import type { NoticeTables } from "../notice-log/notice-log.ts";

/** The tables that mail is made of. */
export interface MailTables extends DirectoryTables, MailSettingTables, NoticeTables {}

/** A notice, with the persons whom it may concern. */
export interface SourceNotice {
  readonly id: string;
  /** Their sign-ins. */
  readonly subjects: readonly string[];
  readonly noun: string;
  readonly recordId: string;
  readonly occurredAt: Date;
}

/** What a notice says to one reader. */
export interface NoticeLine {
  readonly id: string;
  readonly occurredAt: Date;
  /** In the reader's language. */
  readonly text: string;
  /** Where the portal shows its record, from the slash on; null if nowhere. */
  readonly path: string | null;
}

/** Where mail finds the notices: a log with numbers. */
export interface NoticeSource {
  /** The number of the last entry that nothing can come before any more. */
  end(database: Database<MailTables>): Promise<number>;
  /** Notices after a number, in order. `end` is up to where everything has been looked at. */
  behind(
    database: Database<MailTables>,
    after: number,
    size: number,
  ): Promise<{
    readonly notices: readonly SourceNotice[];
    readonly end: number;
    readonly hasMore: boolean;
  }>;
  /** Those of the notices that the reader was told and may read now, oldest first. */
  read(
    database: Database<MailTables>,
    reader: { readonly viewer: Viewer; readonly language: Language },
    ids: readonly string[],
  ): Promise<readonly NoticeLine[]>;
}
