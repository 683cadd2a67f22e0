import { exactText } from "@alliance-hub/platform/subgraph/exact-text";
import type { OperationDefinitionNode } from "graphql";
import type { SentOperation } from "../http/request/answer-operation.ts";

/** What tells subscriptions apart, beside the viewer. */
export interface SubscriptionRequest {
  readonly asked: SentOperation;
  readonly forwarded: Readonly<Record<string, string>>;
  /** The variable that says where to go on and nothing else: each subscriber's own. */
  readonly resumeVariable: string | undefined;
}

/**
 * Everything beside the viewer that the answers to a subscription depend on, as text. Two requests have the
 * same text only if the specification coerces their variables to equal values (GraphQL, section 6.1.2),
 * whatever the schema makes of them now or after it was exchanged: a variable that is left out, which takes
 * its default, is not one that is null.
 */
export function requestKeyOf(
  { operation }: { readonly operation: OperationDefinitionNode },
  { asked, forwarded, resumeVariable }: SubscriptionRequest,
): string {
  const { query, operationName, variables = {} } = asked;
  const values = (operation.variableDefinitions ?? [])
    .map(({ variable }) => variable.name.value)
    .filter((name) => name !== resumeVariable && Object.hasOwn(variables, name))
    .map((name) => [name, variables[name]]);
  return exactText([query, operationName ?? null, values, forwarded]);
}
