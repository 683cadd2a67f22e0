import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

/** When a person wants mail. */
export const MailMode = { AT_ONCE: "AT_ONCE", DAILY: "DAILY", NONE: "NONE" } as const;
export type MailMode = (typeof MailMode)[keyof typeof MailMode];

/** In which language. */
export const MailLanguage = { ZH_CN: "ZH_CN", ZH_TW: "ZH_TW", EN: "EN" } as const;
export type MailLanguage = (typeof MailLanguage)[keyof typeof MailLanguage];

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
