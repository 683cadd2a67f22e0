import type { Faults } from "../../forms/faults.ts";
import type {
  EndpointFragment,
  MailLanguage,
  WebhookNoticesInput,
} from "../../graph/generated/graphql.ts";
import { LANGUAGES } from "../../words/languages.ts";
import { UNIT_NOTICES } from "../../words/notice-types.ts";

/** How many of the unit's notices are sent. */
export const NOTICE_CHOICES = {
  NONE: "不推送",
  ALL: "全部推送",
  SOME: "只推送所选的",
} as const;

/** What a form keeps of the notices that an endpoint takes. */
export interface NoticeValues {
  readonly noticeChoice: keyof typeof NOTICE_CHOICES;
  readonly noticeNouns: readonly string[];
  /** Of the nouns chosen; none are all of them. A type holds for each noun that has it. */
  readonly noticeTypes: readonly string[];
  readonly noticeLanguage: MailLanguage;
}

export const NO_NOTICES: NoticeValues = {
  noticeChoice: "NONE",
  noticeNouns: [],
  noticeTypes: [],
  noticeLanguage: "ZH_CN",
};

type Notices = EndpointFragment["notices"];

export function noticeValuesOf(notices: Notices): NoticeValues {
  if (notices === null) return NO_NOTICES;
  const { types, language } = notices;
  const isAll = notices.nouns === null && types === null;
  return {
    noticeChoice: isAll ? "ALL" : "SOME",
    noticeNouns: isAll ? [] : (notices.nouns ?? nounsWith(types ?? [])),
    noticeTypes: types ?? [],
    noticeLanguage: language,
  };
}

export const typesOf = (noun: string): Readonly<Record<string, string>> =>
  UNIT_NOTICES[noun]?.types ?? {};

/** The nouns that have one of some types. */
const nounsWith = (types: readonly string[]): string[] =>
  Object.keys(UNIT_NOTICES).filter((noun) => types.some((type) => type in typesOf(noun)));

/** Other nouns, without the types that none of them has. */
export const withNouns = (
  { noticeTypes }: NoticeValues,
  nouns: readonly string[],
): Pick<NoticeValues, "noticeNouns" | "noticeTypes"> => ({
  noticeNouns: nouns,
  noticeTypes: noticeTypes.filter((type) => nouns.some((noun) => type in typesOf(noun))),
});

/** Other types of one noun; what another noun has by the same name goes with them. */
export function withTypesOf(
  { noticeTypes }: NoticeValues,
  noun: string,
  chosen: readonly string[],
): Pick<NoticeValues, "noticeTypes"> {
  const others = noticeTypes.filter((type) => !(type in typesOf(noun)));
  return { noticeTypes: [...others, ...chosen] };
}

/** What is wrong with the choice of notices: a noun of which nothing would be sent. */
export function noticeFaults(values: NoticeValues): Faults {
  const { noticeChoice, noticeNouns, noticeTypes } = values;
  if (noticeChoice !== "SOME") return {};
  if (noticeNouns.length === 0) return { noticeNouns: "请至少选择一类记录。" };
  if (noticeTypes.length === 0) return {};
  const silent = noticeNouns.filter(
    (noun) => noun in UNIT_NOTICES && !noticeTypes.some((type) => type in typesOf(noun)),
  );
  const names = silent.map((noun) => `“${nounWords(noun)}”`).join("、");
  return silent.length === 0
    ? {}
    : { noticeTypes: `${names}还没有选情形。请选几项；不需要的，不选这类记录。` };
}

const nounWords = (noun: string): string => UNIT_NOTICES[noun]?.name ?? "其他记录";

export function noticesInput(values: NoticeValues): WebhookNoticesInput | null {
  const { noticeChoice, noticeNouns, noticeTypes, noticeLanguage: language } = values;
  if (noticeChoice === "NONE") return null;
  if (noticeChoice === "ALL") return { language };
  return {
    nouns: [...noticeNouns],
    ...(noticeTypes.length > 0 ? { types: [...noticeTypes] } : {}),
    language,
  };
}

/** Which notices an endpoint is sent, in words: 预约（已同意、未同意）、活动 · 简体中文. */
export function wordsOfNotices(notices: Notices): string {
  if (notices === null) return "不推送通知";
  const { noticeChoice, noticeNouns, noticeTypes, noticeLanguage } = noticeValuesOf(notices);
  const ofNoun = (noun: string): string => {
    const types = Object.entries(typesOf(noun)).filter(([type]) => noticeTypes.includes(type));
    return types.length === 0
      ? nounWords(noun)
      : `${nounWords(noun)}（${types.map(([, words]) => words).join("、")}）`;
  };
  const which = noticeChoice === "ALL" ? "本单位的全部通知" : noticeNouns.map(ofNoun).join("、");
  return `${which} · ${LANGUAGES[noticeLanguage]}`;
}
