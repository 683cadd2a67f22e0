import type { Language } from "@alliance-hub/platform/words/language";
import { exactText } from "@alliance-hub/platform/subgraph/exact-text";
import type { OperationDefinitionNode } from "graphql";
import type { SentOperation } from "../http/request/answer-operation.ts";

/** What distinguishes subscriptions, apart from the viewer. */
export interface SubscriptionRequest {
  readonly asked: SentOperation;
  readonly forwarded: Readonly<Record<string, string>>;
  /** In which subscribers are told of errors. */
  readonly language: Language;
  /** Who asks, where the answers depend on the person. Default: they do not. */
  readonly person?: string | null | undefined;
  /** The variable that only says where to continue; it differs between subscribers. */
  readonly resumeVariable: string | undefined;
}

/**
 * Everything except the viewer that the answers to a subscription depend on, as text. Two requests have the
 * same text only if the specification coerces their variables to equal values (GraphQL, section 6.1.2),
 * whatever the schema does with them now or after it was replaced. A missing variable, which takes its default,
 * differs from a variable that is null.
 */
export function requestKeyOf(
  { operation }: { readonly operation: OperationDefinitionNode },
  { asked, forwarded, language, person, resumeVariable }: SubscriptionRequest,
): string {
  const { query, operationName, variables = {} } = asked;
  const values = (operation.variableDefinitions ?? [])
    .map(({ variable }) => variable.name.value)
    .filter((name) => name !== resumeVariable && Object.hasOwn(variables, name))
    .map((name) => [name, variables[name]]);
  return exactText([query, operationName ?? null, values, forwarded, language, person]);
}
