import type { GraphQLFormattedError } from "graphql";

/** What graphql-js and Apollo Server find in a document or request, by the code of the error. */
const BY_CODE: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: "查询文档有语法错误，无法读取。请按 GraphQL 语法改正。",
  GRAPHQL_VALIDATION_FAILED: "查询文档不符合本图的定义。请对照说明改正字段、参数与类型。",
  OPERATION_RESOLUTION_FAILURE: "无法确定要执行哪一个操作。请用 operationName 指明文档中的一个。",
  BAD_REQUEST: "请求不符合 GraphQL over HTTP 的规定。请用 POST 发送 JSON，其中 query 为查询文档。",
};

/** A Chinese sentence for an error that graphql-js or Apollo Server worded; undefined for any other error. */
export function graphqlInChinese({
  extensions,
}: Pick<GraphQLFormattedError, "message" | "extensions">): string | undefined {
  const code = extensions?.["code"];
  return typeof code === "string" ? BY_CODE[code] : undefined;
}
