import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { MailLanguage } from "../../vocabulary/mail-language.ts";
import { MailMode } from "./mail-setting.entity.ts";

registerEnumType(MailMode, {
  name: "MailMode",
  description: "何时发送邮件。When mail is sent.",
  valuesConfig: {
    AT_ONCE: {
      description:
        "即时发送；同一记录一分钟内的多次变化合为一封。At once; several changes of one record within a minute are one mail.",
    },
    DAILY: {
      description:
        "每日摘要：北京时间 07:30，没有内容则不发。A daily summary at 07:30 in Asia/Shanghai, only if there is something.",
    },
    NONE: { description: "不发送。None." },
  },
});

registerEnumType(MailLanguage, {
  name: "MailLanguage",
  description: "邮件的语言。The language of mail.",
  valuesConfig: {
    ZH_CN: { description: "简体中文。Chinese in simplified characters." },
    ZH_TW: { description: "繁體中文。Chinese in traditional characters." },
    EN: { description: "英文。English." },
  },
});

@ObjectType("MailSetting", {
  description:
    "本人的邮件设置：通知是否以及如何发送到邮箱。Whether and how your notices are sent to you by mail.",
})
export class MailSettingType {
  @Field(() => String, { description: "邮箱地址。The mail address." })
  address: string;

  @Field(() => MailMode, { description: "何时发送。When mail is sent." })
  mode: MailMode;

  @Field(() => MailLanguage, { description: "邮件的语言。The language of mail." })
  language: MailLanguage;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "邮箱何时确认；尚未确认则为空，此时除验证码外不发送任何邮件。When the address was confirmed; null before that. Until then nothing but the code is sent there.",
  })
  confirmedAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "验证码有效至何时；无待用的验证码则为空。Until when the code that was sent is valid; null if there is none to be used.",
  })
  codeUntil: Date | null;

  @Field(() => Int, {
    description: "版本，用于防止覆盖他人更改。Version, for the optimistic lock.",
  })
  version: number;

  @Field(() => DateTimeScalar, { description: "最近更改时间。When it was last changed." })
  updatedAt: Date;
}
