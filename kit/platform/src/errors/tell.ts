import type { GraphQLFormattedError } from "graphql";
import type { Language } from "../words/language.ts";
import { inTraditional } from "../words/traditional.ts";
import type { Fault } from "./faults.ts";
import { graphqlInChinese } from "./graphql-in-chinese.ts";

/**
 * An error in the reader's language. Until here it has its English text as `message`, which logs show, and its
 * Chinese text in `extensions.chinese`, which nobody sees. What graphql-js says is told in Chinese too; programmers
 * find its own text in `extensions.original`.
 */
export function tell(error: GraphQLFormattedError, language: Language): GraphQLFormattedError {
  const { chinese, faults, ...extensions } = error.extensions ?? {};
  const toldFaults = Array.isArray(faults)
    ? { faults: faults.map((fault: Fault) => toldFault(fault, language)) }
    : {};
  if (language === "en")
    return error.extensions ? { ...error, extensions: { ...extensions, ...toldFaults } } : error;
  const written = typeof chinese === "string" ? chinese : undefined;
  const translated = written === undefined ? graphqlInChinese(error) : undefined;
  const zh = written ?? translated;
  return {
    ...error,
    message: zh === undefined ? error.message : inScript(zh, language),
    extensions: {
      ...extensions,
      ...toldFaults,
      ...(translated === undefined ? {} : { original: error.message }),
    },
  };
}

function toldFault({ chinese, ...fault }: Fault, language: Language): Omit<Fault, "chinese"> {
  return language === "en" ? fault : { ...fault, message: inScript(chinese, language) };
}

function inScript(zh: string, language: Language): string {
  return language === "zh-Hant" ? inTraditional(zh) : zh;
}
