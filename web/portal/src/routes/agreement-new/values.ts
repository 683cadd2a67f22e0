import type { FormState } from "../../forms/use-form.ts";
import { textFault } from "../../forms/text-fault.ts";
import type { Audience, CommitmentInput } from "../../graph/generated/graphql.ts";
import { type Day, dayOf } from "../../words/time.ts";

/** A commitment while it is written. */
export interface CommitmentDraft {
  /** Tells lines apart while they are moved. */
  readonly key: string;
  readonly organizationId: string | undefined;
  readonly clause: string;
  readonly resourceId: string | undefined;
  readonly timesPerYear: number | undefined;
}

/** An agreement while it is written; its fields have the names that the hub gives them in its faults. */
export interface AgreementDraft {
  readonly committeeId: string | undefined;
  readonly title: string;
  readonly partyIds: readonly string[];
  readonly termFrom: Day | undefined;
  readonly termTo: Day | undefined;
  readonly audience: Audience;
  readonly commitments: readonly CommitmentDraft[];
}

export type AgreementFormState = FormState<AgreementDraft>;

const MOST_PARTIES = 20;
export const MOST_COMMITMENTS = 50;
const MOST_TIMES = 366;

/** What the hub would reject of a draft, found while it is written. */
export function checkDraft(draft: AgreementDraft): Record<string, string | undefined> {
  return {
    committeeId: draft.committeeId === undefined ? "请选择委员会。" : undefined,
    title: textFault(draft.title, { name: "标题", most: 100 }),
    partyIds: partiesFault(draft.partyIds),
    termFrom: draft.termFrom === undefined ? "请选择开始的日子。" : undefined,
    termTo: termFault(draft),
    ...Object.fromEntries(draft.commitments.flatMap((one, at) => commitmentFaults(one, at, draft))),
  };
}

function partiesFault(partyIds: readonly string[]): string | undefined {
  if (partyIds.length < 2) return "协议至少有两方，请再添加。";
  return partyIds.length > MOST_PARTIES ? `协议最多 ${MOST_PARTIES} 方，请移去一些。` : undefined;
}

function termFault({ termFrom, termTo }: AgreementDraft): string | undefined {
  if (termTo === undefined) return "请选择结束的日子。";
  if (termFrom !== undefined && termTo <= termFrom) return "结束的日子要晚于开始的日子。";
  return termTo < dayOf(new Date()) ? "结束的日子已经过去了。" : undefined;
}

function commitmentFaults(
  { organizationId, clause, timesPerYear }: CommitmentDraft,
  at: number,
  { partyIds }: AgreementDraft,
): [string, string | undefined][] {
  const path = `commitments.${at}`;
  const isParty = organizationId !== undefined && partyIds.includes(organizationId);
  const isTimes = timesPerYear === undefined || (timesPerYear >= 1 && timesPerYear <= MOST_TIMES);
  return [
    [`${path}.organizationId`, isParty ? undefined : "请选择承诺的一方。"],
    [`${path}.clause`, textFault(clause, { name: "内容", most: 500 })],
    [`${path}.timesPerYear`, isTimes ? undefined : `每年 1 至 ${MOST_TIMES} 次。`],
  ];
}

/** Commitments as the hub takes them. */
export const commitmentsOf = (draft: AgreementDraft): CommitmentInput[] =>
  draft.commitments.map(({ organizationId = "", clause, resourceId, timesPerYear }) => ({
    organizationId,
    clause,
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(timesPerYear === undefined ? {} : { timesPerYear }),
  }));
