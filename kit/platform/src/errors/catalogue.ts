/** One entry of the error catalogue. */
export interface CatalogueEntry {
  /** HTTP status of the answer when the gateway rejects the whole request for this reason. */
  readonly status: number;
  /** What the code means, Chinese first, then English; `docs/errors.md` prints it. */
  readonly meaning: { readonly zh: string; readonly en: string };
}

/**
 * Every error code that a client may meet in `extensions.code`. `docs/errors.md` equals this table,
 * by test. GraphQL's own codes for a document that does not parse or validate are not in it.
 */
export const ERROR_CATALOGUE = {
  UNAUTHENTICATED: {
    status: 401,
    meaning: {
      zh: "未登录，或令牌过期、签名或受众不符。",
      en: "The request needs a token, or its token has expired, has no valid signature or is for another audience.",
    },
  },
  FORBIDDEN: {
    status: 403,
    meaning: {
      zh: "已登录，但所持角色不允许此操作。",
      en: "You are signed in, but none of your roles permits this action.",
    },
  },
  NOT_FOUND: {
    status: 404,
    meaning: {
      zh: "没有此记录，或不在可见范围内。",
      en: "There is no such record, or you may not see it.",
    },
  },
  BAD_USER_INPUT: {
    status: 400,
    meaning: {
      zh: "输入不符合规则；信息中写明字段、规则与改法。",
      en: "An input breaks a rule; the message names the field, the rule and the way out.",
    },
  },
  BOOKING_CONFLICT: {
    status: 409,
    meaning: {
      zh: "该时段剩余数量不足。",
      en: "The resource does not have enough left for the whole time that you asked for.",
    },
  },
  ILLEGAL_TRANSITION: {
    status: 409,
    meaning: {
      zh: "当前状态不允许这一步；信息中写明允许的步骤。",
      en: "The record's state does not allow this step. The message names the steps that it allows.",
    },
  },
  CONFLICT: {
    status: 409,
    meaning: {
      zh: "记录已被他人更改，或与已有记录冲突。",
      en: "Somebody else has changed the record in the meantime, or it conflicts with an existing record.",
    },
  },
  RESYNC_REQUIRED: {
    status: 410,
    meaning: {
      zh: "更新日志在此位置之后可能有缺失（位置早于保留期，或枢纽已由备份恢复）；请重新读取全部活动。",
      en: "Updates after this position may be missing: the position is older than the log, or the hub was restored from a backup. Read all activities again.",
    },
  },
  RATE_LIMITED: {
    status: 429,
    meaning: {
      zh: "请求过于频繁，请稍后再试。",
      en: "There are too many requests. Try again after the given time.",
    },
  },
  QUERY_TOO_COMPLEX: {
    status: 400,
    meaning: {
      zh: "查询过深、过大或别名过多。",
      en: "The document is too deep, too large or has too many aliases.",
    },
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 503,
    meaning: {
      zh: "某个子图暂不可用，其余数据照常返回；或者登录服务（令牌的签发方）暂不可用，无法确认是谁在请求。变更请求的 extensions.outcome 写明是否已生效。",
      en: "A subgraph is unavailable; the data of the others is present. Or the sign-in service (the issuer of tokens) is unavailable, so the hub cannot find out who is asking. For a mutation, extensions.outcome says whether the change was made.",
    },
  },
  UNPLANNABLE: {
    status: 400,
    meaning: {
      zh: "网关无法为此文档作出正确的查询计划；信息中写明字段，请拆开或改写。",
      en: "The gateway cannot plan a correct answer to this document. The message names the field. Split the document or write it differently.",
    },
  },
  OVERLOADED: {
    status: 503,
    meaning: {
      zh: "当前请求过多，未予处理；请在 Retry-After 所示秒数后重试。",
      en: "The hub has too much work and did not begin this request. Try again after the seconds in Retry-After.",
    },
  },
  INTERNAL: {
    status: 500,
    meaning: {
      zh: "内部错误；请凭请求编号联系平台管理员。",
      en: "An unforeseen fault of the hub. The operators find it by the request id.",
    },
  },
} as const satisfies Record<string, CatalogueEntry>;

/** A code of {@link ERROR_CATALOGUE}. */
export type ErrorCode = keyof typeof ERROR_CATALOGUE;
