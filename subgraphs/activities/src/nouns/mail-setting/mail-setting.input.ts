import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import type { Limit } from "@alliance-hub/platform/limits/limit";
import { MAIL_ADDRESS, MAIL_ADDRESS_LENGTH } from "@alliance-hub/platform/mail/mail-address";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { MailLanguage } from "../../vocabulary/mail-language.ts";
import { MailMode } from "./mail-setting.entity.ts";
import { MailSettingType } from "./mail-setting.type.ts";

/** One mail address. It is shown to nobody else, so it may contain a mobile number, as many do. */
export const ADDRESS: Limit<string> = {
  description:
    "邮箱地址，至多 254 字。须用寄到该邮箱的验证码确认。A mail address, up to 254 characters. It is confirmed with the code that is sent to it.",
  check: (field, value) => {
    const address = value.trim();
    if (address.length <= MAIL_ADDRESS_LENGTH && MAIL_ADDRESS.test(address)) return address;
    throw badInput(field, {
      zh: "邮箱地址的格式不对。请填写一个地址，如 name@example.org，不带姓名、空格和逗号。",
      en: `"${field}" is not a mail address. Give one address, such as name@example.org, without a name, spaces or commas.`,
    });
  },
};

/** Characters of a code, without those that are mistaken for others. */
export const CODE_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/** They are 59 bits: nobody finds a code by trying within the day that it is valid. */
export const CODE_LENGTH = 12;

/** A code, in whatever case and with whatever between its characters people type it. */
export const CODE: Limit<string> = {
  description:
    "寄到邮箱的 12 位验证码；大小写、空格和连字符不计。The code of 12 characters that was sent; case, spaces and hyphens do not matter.",
  check: (field, value) => {
    const code = value.toUpperCase().replaceAll(/[\s-]/g, "");
    const isCode =
      code.length === CODE_LENGTH && Array.from(code).every((one) => CODE_CHARACTERS.includes(one));
    if (isCode) return code;
    throw badInput(field, {
      zh: "验证码为 12 位字母和数字。请照邮件中的填写。",
      en: `"${field}" is not a code: it has 12 letters and digits. Copy it from the mail.`,
    });
  },
};

@InputType("SetMailSettingsInput", {
  description: "邮件设置；省略的不变。Mail settings; what you leave out stays as it is.",
})
export class SetMailSettingsInput extends RecordInput {
  @Field(() => String, { nullable: true, description: ADDRESS.description })
  address?: string | null;

  @Field(() => MailMode, {
    nullable: true,
    description: "何时发送；首次设置时默认为即时。When mail is sent; at first, at once by default.",
  })
  mode?: MailMode | null;

  @Field(() => MailLanguage, {
    nullable: true,
    description:
      "邮件的语言；首次设置时默认为简体中文。The language; at first, simplified Chinese by default.",
  })
  language?: MailLanguage | null;
}

@InputType("ConfirmMailAddressInput", {
  description: "用验证码确认邮箱。A code that confirms the mail address.",
})
export class ConfirmMailAddressInput extends MutationInput {
  @Field(() => String, { description: CODE.description }) code: string;
}

@InputType("RemoveMailSettingsInput", {
  description: "删除本人的邮件设置。Mail settings to remove, your own.",
})
export class RemoveMailSettingsInput extends MutationInput {}

@ObjectType("MailSettingsPayload", {
  description: "邮件设置的现状。The mail settings as they are now.",
})
export class MailSettingsPayload {
  @Field(() => MailSettingType, { description: "邮件设置。The mail settings." })
  mailSettings: MailSettingType;
}

@ObjectType("RemoveMailSettingsPayload", {
  description: "删除邮件设置的结果。The result of removing the mail settings.",
})
export class RemoveMailSettingsPayload {
  @Field(() => ID, { description: "邮件设置原来的编号。Id that they had." }) id: string;
}
