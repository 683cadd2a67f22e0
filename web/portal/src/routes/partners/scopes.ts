/** What a key can permit, in words. */
export const SCOPES = {
  "organizations:read": "查看单位和区划",
  "members:read": "查看成员单位、委员和报到",
  "resources:read": "查看资源、需求和协议",
  "activities:read": "查看活动，接收推送",
  "organizations:write": "更改本单位的登记",
  "members:write": "办理报到和队伍",
  "resources:write": "分享、预约、签署",
  "activities:write": "报名活动，登记推送地址",
} as const;

export type Scope = keyof typeof SCOPES;

/** What a key permits, in words; what is not known here is left out. */
export const wordsOfScopes = (scopes: readonly string[]): string =>
  (Object.keys(SCOPES) as Scope[])
    .filter((scope) => scopes.includes(scope))
    .map((scope) => SCOPES[scope])
    .join("、");
