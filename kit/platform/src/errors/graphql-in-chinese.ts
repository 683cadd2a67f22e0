import type { GraphQLFormattedError } from "graphql";
import { ENUMERATIONS } from "../words/enumerations.ts";
import { fieldInChinese } from "../words/fields.ts";
import { ERROR_CATALOGUE } from "./catalogue.ts";

/**
 * A message of graphql-js or Apollo Server, and what it says in Chinese: made of the parts of the message, and at
 * the end the type of the input, empty if it is not known.
 */
type Sentence = readonly [form: RegExp, say: (...parts: string[]) => string];

/** The most frequent messages, by their form. Names of the schema stand as they are. */
const SENTENCES: readonly Sentence[] = [
  [/^Syntax Error: (.*)$/s, () => "查询文档有语法错误，无法读取。请按 GraphQL 语法改正。"],
  [
    /^Cannot query field "(\w+)" on type "(\w+)"\./,
    (field, type) => `类型 ${type} 没有字段 ${field}。请对照接口说明改正。`,
  ],
  [
    /^Field "(\w+)" of type "([^"]+)" must have a selection of subfields/,
    (field) => `字段 ${field} 由若干字段组成。请写明要读其中哪些。`,
  ],
  [
    /^Field "(\w+)" must not have a selection since type "([^"]+)" has no subfields/,
    (field) => `字段 ${field} 没有下级字段。请去掉花括号中的内容。`,
  ],
  [
    /^Unknown argument "(\w+)" on field "([\w.]+)"\./,
    (argument, field) => `字段 ${field} 没有参数 ${argument}。请对照接口说明改正。`,
  ],
  [
    /^(?:Field|Argument) "([\w.]+)"(?: argument "(\w+)")? of (?:required )?type "([^"]+)" (?:is required|was not provided)/,
    (field, argument) => `${argument ? `字段 ${field} 的参数 ${argument}` : field} 必须填写。`,
  ],
  [/^Unknown type "(\w+)"\./, (type) => `没有类型 ${type}。请对照接口说明改正。`],
  [/^Unknown fragment "(\w+)"\./, (name) => `没有片段 ${name}。请在文档中写明，或者去掉。`],
  [/^Fragment "(\w+)" is never used\./, (name) => `片段 ${name} 没有用到。请去掉。`],
  [/^Unknown directive "@(\w+)"\./, (name) => `没有指令 @${name}。请去掉。`],
  [/^Variable "\$(\w+)" is not defined/, (name) => `变量 $${name} 没有声明。请在操作中声明。`],
  [/^Variable "\$(\w+)" is never used/, (name) => `变量 $${name} 没有用到。请去掉。`],
  [
    /^Variable "\$(\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"/,
    (name, given, wanted) => `变量 $${name} 的类型是 ${given}，此处应为 ${wanted}。请改正声明。`,
  ],
  [
    /^Variable "\$(\w+)" of (?:required|non-null) type "([^"]+)" (?:was not provided|must not be null)/,
    (name) => `变量 $${name} 必须填写。`,
  ],
  [
    /^Variable "\$(\w+)" got invalid value .* at "([^"]+)"; Expected non-nullable type/s,
    (_name, at, type) => `${inputField(at, type)}必须填写。`,
  ],
  [
    /^Variable "\$(\w+)" got invalid value .*; Field "(\w+)" of required type "[^"]+" was not provided/s,
    (_name, field, type) => `${inputField(field, type)}必须填写。`,
  ],
  [
    /^Variable "\$(\w+)" got invalid value .*; Field "(\w+)" is not defined by type "(\w+)"/s,
    (_name, field, type) => `${type} 没有字段 ${field}。请去掉，或对照接口说明改正。`,
  ],
  [
    /^Variable "\$\w+" got invalid value .* at "([^"]+)"; Value "([^"]*)" does not exist in "(\w+)" enum/s,
    (at, value, enumeration, type) =>
      `${inputField(at, type)}“${value}”不是可选的值。${choicesOf(enumeration)}`,
  ],
  [
    /^Variable "\$(\w+)" got invalid value .* at "([^"]+)"; /s,
    (_name, at, type) => `${inputField(at, type)}的写法不对。请按接口说明填写。`,
  ],
  [
    /^Variable "\$(\w+)" got invalid value /,
    (name) => `变量 $${name} 的值不对。请按接口说明填写。`,
  ],
  [
    /^Value "([^"]*)" does not exist in "(\w+)" enum/,
    (value, enumeration) => `“${value}”不是可选的值。${choicesOf(enumeration)}`,
  ],
  [
    /^GraphQL introspection is not allowed/,
    () => "此枢纽不开放对接口定义的查询（introspection）。请查阅接口说明。",
  ],
  [
    /^GraphQL operations must contain a non-empty `query`/,
    () => "请求中没有查询文档（query）。请补上。",
  ],
  [/^Operation batching/, () => "不能在一个请求中发送多个操作。请分开发送。"],
  [
    /potential Cross-Site Request Forgery/,
    () =>
      "此请求可能由其他网页发出（CSRF）。请用 POST 发送 JSON，或带上标头 apollo-require-preflight。",
  ],
  [/^GET requests only support query operations/, () => "GET 只能用于查询。变更请用 POST 发送。"],
];

/** Where no sentence fits: what the code says of an error. */
const BY_CODE: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: "查询文档有语法错误，无法读取。请按 GraphQL 语法改正。",
  GRAPHQL_VALIDATION_FAILED: "查询文档不符合接口的定义。请对照接口说明改正。",
  OPERATION_RESOLUTION_FAILURE: "无法确定要执行哪一个操作。请用 operationName 指明文档中的一个。",
  BAD_REQUEST: "请求不符合 GraphQL over HTTP 的规定。请用 POST 发送 JSON，其中 query 为查询文档。",
};

/** What an error that graphql-js or Apollo Server worded says, in Chinese; undefined for an unknown code. */
export function graphqlInChinese({
  message,
  extensions,
}: Pick<GraphQLFormattedError, "message" | "extensions">): string | undefined {
  const given = extensions?.["inputType"];
  const inputType = typeof given === "string" ? given : "";
  for (const [form, say] of SENTENCES) {
    const found = form.exec(message);
    if (found) return say(...found.slice(1), inputType);
  }
  const code = extensions?.["code"];
  if (typeof code !== "string") return undefined;
  const known = Object.entries(ERROR_CATALOGUE).find(([name]) => name === code);
  return BY_CODE[code] ?? known?.[1].meaning.zh;
}

/** `input.commitments[0].clause` → 承诺事项第 1 项的承诺内容. The first step is what the client calls the variable. */
function inputField(path: string, type: string | undefined): string {
  return fieldInChinese(path.replace(/^\w+\./, "").replaceAll(/\[(\d+)\]/g, ".$1"), type);
}

/** What may be given instead of a value that an enumeration does not have. */
function choicesOf(enumeration: string): string {
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = ENUMERATIONS;
  const values = Object.entries(known[enumeration] ?? {});
  if (values.length === 0) return `请对照接口说明（${enumeration}）选择。`;
  return `可选：${values.map(([value, words]) => `${value}（${words}）`).join("、")}。`;
}
