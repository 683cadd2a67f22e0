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
  const name = JSON.stringify(operationName);
  const words =
    operationName == null
      ? {
          zh: "查询文档中有几个操作。请用 operationName 指明其中一个。",
          en: 'The document has several operations. Send "operationName" with the name of one of them.',
        }
      : {
          zh: `查询文档中没有操作 ${name}。请写其中一个的名称。`,
          en: `The document has no operation ${name}. Send the name of one in it.`,
        };
  throw new HubError("BAD_USER_INPUT", words, { http: { status: 400 } });
}
