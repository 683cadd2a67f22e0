import type { Row } from "@alliance-hub/platform/database/row";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { MAIL_SETTING_COLUMNS, type MailSetting } from "./mail-setting.entity.ts";
import { readable } from "./mail-setting.policy.ts";

/** Mail settings as they are answered. */
export type MailSettingRow = Omit<Row<MailSetting>, "secretCode">;

/** The table of mail settings. */
export interface MailSettingTables extends TablesWith<"mailSetting", MailSetting> {}

/** What mail settings need of a call. */
export type MailSettingContext = ContextWith<"mailSettings", typeof createMailSettingLoaders> & {
  readonly sendsMail: boolean;
};

/** Loaders of one call. */
export function createMailSettingLoaders({ rows, viewer }: BaseContext<MailSettingTables>) {
  return {
    /** The viewer's own; null if there are none. */
    own: async (): Promise<MailSettingRow | null> => {
      const found = await rows
        .selectFrom("mailSetting")
        .select(MAIL_SETTING_COLUMNS)
        .where(readable(viewer))
        .executeTakeFirst();
      return found ?? null;
    },
  };
}
