import { expect, it } from "@jest/globals";
import { getOperationAST, parse } from "graphql";
import { resumeArgument } from "./resume-argument.ts";

function read(text: string) {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("There is no operation");
  return resumeArgument({ document, operation }, "after");
}

it.each([
  ["subscription { u { id } }", {}, undefined, undefined],
  ['subscription { u(after: "a") { id } }', {}, "a", undefined],
  ["subscription ($p: String) { u(after: $p) { id } }", { p: "b" }, "b", "p"],
  ["subscription ($p: String) { u(after: $p) { id } }", { p: null }, undefined, "p"],
  ['subscription ($p: String = "c") { u(after: $p) { id } }', {}, "c", "p"],
  // If the variable is used for anything else, the answers depend on it.
  ["subscription ($p: String) { u(after: $p) { list(after: $p) } }", { p: "d" }, "d", undefined],
  ["subscription ($p: String) { u { list(after: $p) } }", { p: "e" }, undefined, undefined],
])("finds where %s goes on", (text, variables, position, variable) => {
  const found = read(text);
  expect(found.position(variables)).toBe(position);
  expect(found.variable).toBe(variable);
});
