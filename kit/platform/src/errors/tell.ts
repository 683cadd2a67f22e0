import type { GraphQLFormattedError } from "graphql";
import type { Language } from "../words/language.ts";
import { inTraditional } from "../words/traditional.ts";
import type { Fault } from "./faults.ts";
import { pathOfVariable } from "./variable-faults.ts";
import { graphqlInChinese } from "./graphql-in-chinese.ts";

/**
 * An error in the reader's language. Until here it has its English text as `message`, which logs show, and its
 * Chinese text in `extensions.chinese`, which nobody sees. What graphql-js says is told in Chinese too; programmers
 * find its own text in `extensions.original`.
 */
export function tell(error: GraphQLFormattedError, language: Language): GraphQLFormattedError {
  const { chinese, faults, inputType: _inputType, ...extensions } = error.extensions ?? {};
  const toldFaults = Array.isArray(faults)
    ? { faults: faults.map((fault: Fault) => toldFault(fault, language)) }
    : {};
  if (language === "en")
    return error.extensions
      ? placed({ ...error, extensions: { ...extensions, ...toldFaults } })
      : error;
  const written = typeof chinese === "string" ? chinese : undefined;
  const translated = written === undefined ? graphqlInChinese(error) : undefined;
  const zh = written ?? translated;
  return placed({
    ...error,
    message: zh === undefined ? error.message : inScript(zh, language),
    extensions: {
      ...extensions,
      ...toldFaults,
      ...(translated === undefined ? {} : { original: error.message }),
    },
  });
}

/** With the place of a value that graphql-js rejects, as a fault of the input. */
function placed(told: GraphQLFormattedError): GraphQLFormattedError {
  const { message, extensions } = told;
  const code = extensions?.["code"];
  if (code !== "BAD_USER_INPUT" || extensions?.["faults"] || extensions?.["field"]) return told;
  const original = extensions?.["original"];
  const path = pathOfVariable(typeof original === "string" ? original : message);
  return path
    ? { ...told, extensions: { ...extensions, faults: [{ path, code, message }] } }
    : told;
}

function toldFault({ chinese, ...fault }: Fault, language: Language): Omit<Fault, "chinese"> {
  return language === "en" ? fault : { ...fault, message: inScript(chinese, language) };
}

function inScript(zh: string, language: Language): string {
  return language === "zh-Hant" ? inTraditional(zh) : zh;
}
