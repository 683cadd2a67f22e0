/** One entry of the error catalogue. */
export interface CatalogueEntry {
  /** HTTP status the gateway answers with when the whole request is refused for this reason. */
  readonly status: number;
  /** What the code means, Chinese first, then English; `docs/errors.md` prints it. */
  readonly meaning: { readonly zh: string; readonly en: string };
}

/**
 * Every error code that a client may meet in `extensions.code`. `docs/errors.md` equals this table,
 * by test. GraphQL's own codes for a document that does not parse or validate come on top.
 */
export const ERROR_CATALOGUE = {
  UNAUTHENTICATED: {
    status: 401,
    meaning: {
      zh: "未登录，或令牌过期、签名或受众不符。",
      en: "No token where one is needed, or a token that is expired, unsigned or for another audience.",
    },
  },
  FORBIDDEN: {
    status: 403,
    meaning: {
      zh: "已登录，但所持角色不允许此操作。",
      en: "Signed in, but no role the viewer holds permits this action.",
    },
  },
  NOT_FOUND: {
    status: 404,
    meaning: {
      zh: "没有此记录，或不在可见范围内。",
      en: "No such record, or none that the viewer may see.",
    },
  },
  BAD_USER_INPUT: {
    status: 400,
    meaning: {
      zh: "输入不合规则；信息中写明字段、规则与改法。",
      en: "An input breaks a rule; the message names the field, the rule and the way out.",
    },
  },
  BOOKING_CONFLICT: {
    status: 409,
    meaning: {
      zh: "该时段剩余数量不足。",
      en: "Too little of the resource is left at some moment of the time asked for.",
    },
  },
  ILLEGAL_TRANSITION: {
    status: 409,
    meaning: {
      zh: "当前状态不允许这一步；信息中写明允许的步骤。",
      en: "The record's state does not allow this step; the message names those it allows.",
    },
  },
  CONFLICT: {
    status: 409,
    meaning: {
      zh: "记录已被他人更改，或与已有记录冲突。",
      en: "The record was changed by somebody else meanwhile, or clashes with one that exists.",
    },
  },
  RESYNC_REQUIRED: {
    status: 410,
    meaning: {
      zh: "更新日志在此位置之后可能有缺失（位置早于保留期，或枢纽已由备份恢复）；请重新读取活动。",
      en: "Something may be missing after this position: it is older than what the log keeps, or the hub was restored from a backup. Read the activities anew.",
    },
  },
  RATE_LIMITED: {
    status: 429,
    meaning: {
      zh: "请求过于频繁，请稍后再试。",
      en: "Too many requests; try again after the time given.",
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
      en: "A subgraph did not answer; the others' data is present. Or the sign-in did not: the issuer of tokens is away, so that the hub cannot find out who asks. For a mutation, extensions.outcome says whether the change was made.",
    },
  },
  UNPLANNABLE: {
    status: 400,
    meaning: {
      zh: "网关无法为此文档作出正确的查询计划；信息中写明字段，请拆开或改写。",
      en: "The gateway has no plan that answers this document correctly; the message names the field. Split the document or write it differently.",
    },
  },
  OVERLOADED: {
    status: 503,
    meaning: {
      zh: "当前请求过多，未予处理；请在 Retry-After 所示秒数后重试。",
      en: "The hub has more work than it can do in time and did not begin this request; try again after the seconds in Retry-After.",
    },
  },
  INTERNAL: {
    status: 500,
    meaning: {
      zh: "内部错误；请凭请求编号联系平台管理员。",
      en: "An unforeseen fault; the operators find it under the request id.",
    },
  },
} as const satisfies Record<string, CatalogueEntry>;

/** A code of {@link ERROR_CATALOGUE}. */
export type ErrorCode = keyof typeof ERROR_CATALOGUE;
