import type { ErrorPolicy } from "./error-policy.ts";

/** The end of a message of graphql-js that suggests similar names. */
const SUGGESTION = / ?Did you mean [^]+\?$/;

/**
 * The policy without suggestions of names: clients that may not read the schema must not get it word by word.
 * Every error of every transport passes through a policy, whether the rules of documents or the values of
 * variables caused it.
 */
export function withoutSuggestions(policy: ErrorPolicy): ErrorPolicy {
  return {
    ...policy,
    show: (error, reader) =>
      policy.show({ ...error, message: error.message.replace(SUGGESTION, "") }, reader),
  };
}
