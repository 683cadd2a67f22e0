import type { AgreementOfPageFragment } from "../../graph/generated/graphql.ts";
import { showDays } from "../../words/time.ts";

/** What an agreement is, in a sentence that asks about it. */
export const textOf = ({ title, termFrom, termTo, commitments }: AgreementOfPageFragment): string =>
  `《${title}》，期限 ${showDays(termFrom, termTo)}，承诺事项 ${commitments.length} 条`;
