import type { ApolloServer } from "@apollo/server";
import type { FormattedExecutionResult } from "graphql";
import type { RequestContext } from "./request-context.ts";

/** An operation as a client sends it, in whatever protocol. */
export interface SentOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** Answers a query or mutation that did not come in its own HTTP request. */
export type AnswerOperation = (
  operation: SentOperation,
  context: RequestContext,
) => Promise<FormattedExecutionResult>;

/** It uses the same pipeline as a POST: the same rules, limits and error messages. */
export function createAnswerOperation(apollo: ApolloServer<RequestContext>): AnswerOperation {
  return async ({ query, operationName, variables }, contextValue) => {
    const { body } = await apollo.executeOperation(
      {
        query,
        ...(operationName === undefined ? {} : { operationName }),
        ...(variables === undefined ? {} : { variables }),
      },
      { contextValue },
    );
    if (body.kind !== "single") throw new Error("Answers in several pieces are not foreseen.");
    return body.singleResult;
  };
}
