import { mutations } from "@alliance-hub/platform/noun/mutations";
import { Ctx, Query, Resolver } from "type-graphql";
import * as inputs from "./mail-setting.input.ts";
import type { MailSettingContext, MailSettingRow } from "./mail-setting.loaders.ts";
import * as service from "./mail-setting.service.ts";
import { MailSettingType } from "./mail-setting.type.ts";

@Resolver()
export class MailSettingsQuery {
  @Query(() => MailSettingType, {
    nullable: true,
    description:
      "本人的邮件设置；尚未设置，或不是以个人身份登录的，为空。Your mail settings; null if there are none, and for whoever is not signed in as a person.",
  })
  mailSettings(@Ctx() context: MailSettingContext): Promise<MailSettingRow | null> {
    return context.mailSettings.own();
  }

  @Query(() => Boolean, {
    description:
      "此平台是否设有发信服务；没有的，不寄任何邮件，也不寄验证码。Whether this hub is set up to send mail. If not, no mail is sent, and no code either.",
  })
  mailIsSent(@Ctx() { sendsMail }: MailSettingContext): boolean {
    return sendsMail;
  }
}

const by = { zh: "登录的个人，仅限本人", en: "each person, their own" };

export const MailSettingMutations = mutations(
  { payload: inputs.MailSettingsPayload, field: "mailSettings", by },
  { inputs, service },
  {
    setMailSettings: {
      zh: "设置邮箱、何时发送和语言；新的邮箱须以寄去的验证码确认",
      en: "Sets address, mode and language; a new address is confirmed with the code that is sent to it",
    },
    confirmMailAddress: {
      zh: "以验证码确认邮箱",
      en: "Confirms the mail address with the code",
    },
  },
);

export const RemoveMailSettingsMutation = mutations(
  { payload: inputs.RemoveMailSettingsPayload, by },
  { inputs, service },
  {
    removeMailSettings: {
      zh: "删除邮件设置和邮箱，此后不再发送",
      en: "Removes the mail settings with the address; nothing is sent any more",
    },
  },
);
