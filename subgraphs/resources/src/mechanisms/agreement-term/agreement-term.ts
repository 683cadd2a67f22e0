import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { dayWords } from "@alliance-hub/platform/words/times";

/** From which day to which an agreement binds, both included. */
export interface AgreementTerm {
  readonly termFrom: string;
  readonly termTo: string;
}

/** @param day today. @throws HubError `BAD_USER_INPUT` for a term that is reversed or over. */
export function checkedTerm({ termFrom, termTo }: AgreementTerm, day: string): AgreementTerm {
  if (termTo <= termFrom)
    throw badInput("termTo", {
      zh: `期限止${dayWords(termTo).zh}不晚于期限起${dayWords(termFrom).zh}。请填更晚的日期。`,
      en: `"termTo" ${termTo} is not after "termFrom" ${termFrom}. Give a later day.`,
    });
  if (termTo < day)
    throw badInput("termTo", {
      zh: `期限止${dayWords(termTo).zh}已经过去，今天是${dayWords(day).zh}。请填更晚的日期。`,
      en: `"termTo" ${termTo} is in the past; today is ${day}. Give a later day.`,
    });
  return { termFrom, termTo };
}

/** @param day today. @throws HubError `BAD_USER_INPUT` once the term of an agreement is over. */
export function requireTermAhead({ termTo }: { readonly termTo: string }, day: string): void {
  if (termTo >= day) return;
  throw badInput("id", {
    zh: `此协议的期限已于${dayWords(termTo).zh}届满。是草稿的，请改期限；已提议的，请终止。`,
    en: `The term of this agreement ended on ${termTo}. Give the draft a later day, or terminate the proposal.`,
  });
}
