import { badInput } from "@alliance-hub/platform/errors/hub-error";
import type { Limit } from "@alliance-hub/platform/limits/limit";
import type { WebhookKind } from "../../vocabulary/webhook-kind.ts";

/** The secret with which messages to a robot are signed; the service makes it. */
export const ROBOT_SECRET: Limit<string> = {
  description:
    "钉钉、飞书群机器人的加签密钥，至多 200 字；未启用加签的留空。The signing secret of a DingTalk or Feishu robot, up to 200 characters; empty if it does not sign.",
  check: (field, value) => {
    const secret = value.trim();
    if (secret.length <= ROBOT_SECRET_LENGTH && /^[\x21-\x7e]*$/.test(secret)) return secret;
    throw badInput(field, {
      zh: "加签密钥不对。请照群机器人设置中的填写。",
      en: `"${field}" is not the signing secret of a robot. Copy it from the robot's settings.`,
    });
  },
};
const ROBOT_SECRET_LENGTH = 200;

/**
 * The secret of a robot, as it is stored; null if none was given.
 *
 * @throws HubError `BAD_USER_INPUT` for one that signs nothing.
 */
export function requireRobotSecret(
  kind: WebhookKind,
  given: string | null | undefined,
): string | null {
  if (given == null) return null;
  if (kind === "ROBOT_DINGTALK" || kind === "ROBOT_FEISHU")
    return ROBOT_SECRET.check("robotSecret", given);
  throw badInput("robotSecret", {
    zh: "只有钉钉和飞书的群机器人需要加签密钥。请不要填写。",
    en: '"robotSecret" is only for robots of DingTalk and Feishu. Leave it out.',
  });
}
