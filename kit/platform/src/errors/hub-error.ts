import { GraphQLError } from "graphql";
import { type Noun, nounWords } from "../words/nouns.ts";
import { stateInChinese } from "../words/states.ts";
import { zoneOnce } from "../words/times.ts";
import type { Words } from "../words/words.ts";
import type { ErrorCode } from "./catalogue.ts";

/**
 * A foreseen error. Only these reach a client as they are; anything else is masked (see `mask.ts`).
 * The words name the value, the rule and the way out. `message` is the English text, for logs; the gateway tells
 * the client in its language (see `tell.ts`).
 */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, words: Words, details: Readonly<Record<string, unknown>> = {}) {
    const { zh, en } = words;
    super(zoneOnce(en), { extensions: { ...details, code, chinese: zh } });
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
export function badInput(field: string, words: Words): HubError {
  return new HubError("BAD_USER_INPUT", words, { field });
}

/**
 * `NOT_FOUND`: the same message whether the record is missing or this viewer may not see it. `field` is the place
 * of the id in an input. The id itself tells people nothing; programs have it in `extensions`. A region is known by its code.
 */
export function notFound(noun: Noun, id: string, field?: string): HubError {
  const { zh, en } = nounWords(noun);
  const code = noun === "Region" ? ` ${JSON.stringify(id)}` : "";
  const missing =
    field === undefined
      ? `There is no ${code === "" ? "such " : ""}${en}${code} that you may see.`
      : `"${field}"${code} is no ${en} that you may see.`;
  return new HubError(
    "NOT_FOUND",
    {
      zh: `没有${code === "" ? "此" : `代码为${code} 的`}${zh}，或您无权查看。请重新选择，或以可以查看的单位登录。`,
      en: `${missing} Choose another one, or sign in as a unit that may see it.`,
    },
    field === undefined ? { noun, id } : { noun, id, field },
  );
}

/** `FORBIDDEN`, or `UNAUTHENTICATED` when nobody is signed in: the way out differs. */
export function forbidden(viewer: { readonly kind: string }, words: Words): HubError {
  if (viewer.kind !== "ANONYMOUS") return new HubError("FORBIDDEN", words);
  const { zh, en } = words;
  return new HubError("UNAUTHENTICATED", {
    zh: `${zh}请先登录；程序请在 Authorization 标头中附上访问令牌。`,
    en: `${en} Sign in: send an access token in the Authorization header.`,
  });
}

/** `CONFLICT`: the caller worked from an older version of the record, or it clashes with another. */
export function conflict(words: Words, details: Readonly<Record<string, unknown>> = {}): HubError {
  return new HubError("CONFLICT", words, details);
}

/** A step that the state of the record does not allow. */
export interface TransitionFault {
  readonly noun: Noun;
  readonly id: string;
  readonly state: string;
  /** The state it was to reach; or what was to be done, to follow 不能 and "cannot become". */
  readonly wanted: string | Words;
  readonly allowed: readonly string[];
}

/** `ILLEGAL_TRANSITION`, naming the state and the states that can be reached from it. */
export function illegalTransition(fault: TransitionFault): HubError {
  const { noun, id, state, wanted, allowed } = fault;
  const ways = allowed.length > 0 ? allowed.join(", ") : "none; this state is final";
  const named = (one: string): string => stateInChinese(noun, one);
  const step = typeof wanted === "string" ? { zh: `改为${named(wanted)}`, en: wanted } : wanted;
  const rest =
    allowed.length > 0 ? `现在可以改为：${allowed.map(named).join("、")}。` : "此状态不能再更改。";
  return new HubError(
    "ILLEGAL_TRANSITION",
    {
      zh: `此${nounWords(noun).zh}的状态为${named(state)}，不能${step.zh}。${rest}`,
      en: `This ${noun} is ${state} and cannot become ${step.en}. Allowed from here: ${ways}.`,
    },
    { noun, id, state, allowed },
  );
}
