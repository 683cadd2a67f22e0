import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";
import type { MailLanguage } from "../../vocabulary/mail-language.ts";

/** When a person wants mail. */
export const MailMode = { AT_ONCE: "AT_ONCE", DAILY: "DAILY", NONE: "NONE" } as const;
export type MailMode = (typeof MailMode)[keyof typeof MailMode];

const properties = {
  ...baseProperties,
  subject: keptOut("PERSONAL", p.string()),
  address: keptOut("PERSONAL", p.string()),
  mode: p.string().$type<MailMode>(),
  language: p.string().$type<MailLanguage>(),
  confirmedAt: p.datetime().nullable().strictNullable(),
  codeUntil: keptOut("BOOKKEEPING", p.datetime().nullable().strictNullable()),
};
/** All columns except the code. Only its check and the mail that carries it read it. */
export const MAIL_SETTING_COLUMNS = columnsOf("mailSetting", properties);

export const MailSettingSchema = defineEntity({
  name: "MailSetting",
  tableName: "mail_setting",
  properties: {
    ...properties,
    secretCode: keptOut("SECRET", p.string().nullable().strictNullable()),
  },
});

/** Whether and where a person wants mail (邮件设置). */
export class MailSetting extends MailSettingSchema.class {}
MailSettingSchema.setClass(MailSetting);
