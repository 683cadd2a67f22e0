import type { AuditPageQuery } from "../../graph/generated/graphql.ts";
import {
  ACTIVITY_STATES,
  AGREEMENT_STATES,
  APPOINTED_ROLES,
  BOOKING_STATES,
  SEAT_ROLES,
} from "../../words/labels.ts";
import { wordsOfScopes } from "../partners/scopes.ts";
import { ACTIONS, NOUNS } from "./actions.ts";

export type AuditEntry = NonNullable<AuditPageQuery["auditEntries"]>["nodes"][number];

/** What was done, in words. */
export const actionOf = ({ action }: Pick<AuditEntry, "action">): string =>
  ACTIONS[action] ?? "其他办理";

export const nounOf = ({ noun }: Pick<AuditEntry, "noun">): string => NOUNS[noun] ?? "其他记录";

/** Who did it: a person's sign-in, a partner system or the platform itself. */
export function whoOf({ subject }: Pick<AuditEntry, "subject">): string {
  const [kind, name] = subject.split(/:(.*)/s, 2);
  if (kind === "partner") return `合作系统 ${name ?? ""}`;
  if (kind === "webhooks" || kind === "calendar-feed") return "平台自动";
  return kind === "command" ? `平台命令 ${name ?? ""}` : subject;
}

/** What an entry notes of a change, each with its name; whatever is an id only is left out. */
export function detailsOf({ details }: Pick<AuditEntry, "details">): readonly string[] {
  return details.flatMap(({ name, value }) => {
    if (name === "secretaryOf") return "以书记身份代表单位";
    if (name === "deputyOf") return "以代行书记身份代表单位";
    if (name === "scopes") return `权限：${wordsOfScopes(JSON.parse(value) as string[])}`;
    const label = NAMES[name];
    return label === undefined ? [] : `${label}：${VALUES[value] ?? value}`;
  });
}

export type AuditChange = AuditEntry["changes"][number];

/** One side of a change, in words. */
export const valueOf = (value: string | null | undefined): string => value ?? "（空）";

/** A change in one line; what the log does not keep is only said to have changed. */
export const changeOf = ({ label, before, after, isWithheld }: AuditChange): string =>
  isWithheld
    ? `${label}：已更改（不留存内容）`
    : `${label}：${valueOf(before)} → ${valueOf(after)}`;

const NAMES: Readonly<Record<string, string>> = {
  state: "状态",
  role: "职务",
  number: "届次",
  quantity: "数量",
  times: "次数",
  consented: "本人同意公开",
};

const VALUES: Readonly<Record<string, string>> = {
  ...ACTIVITY_STATES,
  ...AGREEMENT_STATES,
  ...BOOKING_STATES,
  ...SEAT_ROLES,
  ...APPOINTED_ROLES,
  PUBLISHED: "已发布",
  WITHDRAWN: "已撤下",
  SUBMITTED: "待答复",
  ACCEPTED: "已接收",
  RETURNED: "已退回",
  true: "是",
  false: "否",
};
