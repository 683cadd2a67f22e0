import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import type { Limit } from "@alliance-hub/platform/limits/limit";
import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { PartnerType } from "./partner.type.ts";

/** What a key can permit. */
export const SCOPES: readonly string[] = SUBGRAPH_NAMES.flatMap((subgraph) => [
  `${subgraph}:read`,
  `${subgraph}:write`,
]);

/** Part of the subject of whatever the system does, so it is plain. */
const NAME: Limit<string> = {
  description:
    "名称，1 至 60 位，限拉丁字母、数字与 . _ -。Name, 1 to 60 Latin letters, digits, dots, underscores and hyphens.",
  check: (field, name) => {
    if (/^[A-Za-z0-9._-]{1,60}$/.test(name)) return name;
    throw badInput(field, {
      zh: "合作系统的名称有 1 至 60 位，限拉丁字母、数字与 . _ -。",
      en: `"${field}" must have 1 to 60 characters: Latin letters, digits, dots, underscores and hyphens.`,
    });
  },
};

/** Each once, in the order in which they are listed. */
const SCOPE_LIST: Limit<readonly string[], string[]> = {
  description:
    "权限，至少一项：organizations、members、resources、activities 之一，加 :read 或 :write。What the key permits, at least one: organizations, members, resources or activities, with :read or :write.",
  check: (field, scopes) => {
    const wrong = scopes.find((scope) => !SCOPES.includes(scope));
    if (wrong !== undefined || scopes.length === 0) {
      throw badInput(field, {
        zh:
          wrong === undefined
            ? "请至少选择一项权限。"
            : `没有“${wrong.slice(0, 40)}”这项权限。可选：${SCOPES.join("、")}。`,
        en: `"${field}" must have at least one of ${SCOPES.join(", ")}, and nothing else.`,
      });
    }
    return SCOPES.filter((scope) => scopes.includes(scope));
  },
};

/** What the inputs of a partner system take. */
export const LIMITS = { name: NAME, scopes: SCOPE_LIST };

@InputType("EnterPartnerInput", { description: "登记合作系统。A partner system to enter." })
export class EnterPartnerInput extends MutationInput {
  @Field(() => ID, { description: "所代表的单位。The unit for which it acts." })
  organizationId: string;
  @Field(() => String, LIMITS.name) name: string;
  @Field(() => [String], LIMITS.scopes) scopes: string[];
}

@InputType("RevokePartnerInput", { description: "吊销密钥。A partner system's key to revoke." })
export class RevokePartnerInput extends MutationInput {
  @Field(() => String, { description: "合作系统的名称。Name of the partner system." })
  name: string;
}

@ObjectType("EnterPartnerPayload", {
  description: "登记的合作系统及其密钥。The partner system and its key.",
})
export class EnterPartnerPayload {
  @Field(() => PartnerType, { description: "合作系统。The partner system." }) partner: PartnerType;
  @Field(() => String, {
    nullable: true,
    description:
      "密钥，只显示这一次；以同一幂等键重发时为空，遗失的请吊销后另行登记。The key, shown only this once. Null if you send the same idempotencyKey again; if you have lost it, revoke it and enter the system under another name.",
  })
  key: string | null;
}
