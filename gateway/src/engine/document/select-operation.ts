import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { type DocumentNode, type OperationDefinitionNode, getOperationAST } from "graphql";

/**
 * The operation that is meant (GraphQL, section 6.1, GetOperation).
 *
 * @throws HubError `BAD_USER_INPUT` if it is not clear which.
 */
export function selectOperation(
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation;
  const message =
    operationName == null
      ? 'The document has several operations. Send "operationName" with the name of one of them.'
      : `The document has no operation ${JSON.stringify(operationName)}. Send the name of one in it.`;
  throw new HubError("BAD_USER_INPUT", message, { http: { status: 400 } });
}
