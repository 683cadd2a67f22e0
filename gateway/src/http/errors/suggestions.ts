import type { ErrorPolicy } from "./error-policy.ts";

/** What graphql-js ends a message with when it knows a name that is like the one that was sent. */
const SUGGESTION = / ?Did you mean [^]+\?$/;

/**
 * The policy, without suggestions of names: whoever may not read the schema does not get it word by word
 * either. Every error of every transport passes a policy, whatever found it: the rules of documents, or
 * the values of variables.
 */
export function withoutSuggestions(policy: ErrorPolicy): ErrorPolicy {
  return {
    ...policy,
    show: (error, requestId) => {
      const shown = policy.show(error, requestId);
      return { ...shown, message: shown.message.replace(SUGGESTION, "") };
    },
  };
}
