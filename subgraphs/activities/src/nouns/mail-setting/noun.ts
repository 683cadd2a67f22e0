import type { Noun } from "@alliance-hub/platform/noun/noun";
import { MailSettingSchema } from "./mail-setting.entity.ts";
import { createMailSettingLoaders } from "./mail-setting.loaders.ts";
import * as resolvers from "./mail-setting.resolver.ts";

export const mailSetting = {
  name: "MailSetting",
  entity: MailSettingSchema,
  loaders: { mailSettings: createMailSettingLoaders },
  resolvers,
} satisfies Noun;
