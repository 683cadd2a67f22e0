import { GraphQLError } from "graphql";
import type { Words } from "../words/words.ts";
import type { ErrorCode } from "./catalogue.ts";

/**
 * A foreseen error. Only these reach a client as they are; anything else is masked (see `mask.ts`).
 * The words name the value, the rule and the way out. `message` is the English text, for logs; the gateway tells
 * the client in its language (see `tell.ts`).
 */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(
    code: ErrorCode,
    words: Words | string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    const { zh, en } = typeof words === "string" ? { zh: undefined, en: words } : words;
    super(en, { extensions: { ...details, code, ...(zh === undefined ? {} : { chinese: zh }) } });
    this.name = "HubError";
    this.code = code;
  }

  /** What it says, in both languages. */
  get words(): Words {
    const { chinese } = this.extensions;
    return { zh: typeof chinese === "string" ? chinese : this.message, en: this.message };
  }
}

/** `BAD_USER_INPUT` for one field of an input. `field` is its path as the client wrote it. */
export function badInput(field: string, words: Words | string): HubError {
  return new HubError("BAD_USER_INPUT", words, { field });
}

/** `NOT_FOUND`: the same message whether the record is missing or this viewer may not see it. */
export function notFound(noun: string, id: string): HubError {
  return new HubError(
    "NOT_FOUND",
    `There is no ${noun} ${JSON.stringify(id)} that you may see. Check the id, or sign in as a unit that may see it.`,
    { noun, id },
  );
}

/** `FORBIDDEN`, or `UNAUTHENTICATED` when nobody is signed in: the way out differs. */
export function forbidden(viewer: { readonly kind: string }, words: Words | string): HubError {
  if (viewer.kind !== "ANONYMOUS") return new HubError("FORBIDDEN", words);
  const { zh, en } = typeof words === "string" ? { zh: "此操作须先登录。", en: words } : words;
  return new HubError("UNAUTHENTICATED", {
    zh: `${zh}请先登录；程序请在 Authorization 标头中附上访问令牌。`,
    en: `${en} Sign in: send an access token in the Authorization header.`,
  });
}

/** `CONFLICT`: the caller worked from an older version of the record, or it clashes with another. */
export function conflict(
  words: Words | string,
  details: Readonly<Record<string, unknown>> = {},
): HubError {
  return new HubError("CONFLICT", words, details);
}

/** A step that the state of the record does not allow. */
export interface TransitionFault {
  readonly noun: string;
  readonly id: string;
  readonly state: string;
  readonly wanted: string;
  readonly allowed: readonly string[];
}

/** `ILLEGAL_TRANSITION`, naming the state and the states that can be reached from it. */
export function illegalTransition(fault: TransitionFault): HubError {
  const ways = fault.allowed.length > 0 ? fault.allowed.join(", ") : "none; this state is final";
  return new HubError(
    "ILLEGAL_TRANSITION",
    `${fault.noun} ${fault.id} is ${fault.state} and cannot become ${fault.wanted}. Allowed from here: ${ways}.`,
    { state: fault.state, allowed: fault.allowed },
  );
}
