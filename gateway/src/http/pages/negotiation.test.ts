import { expect, test } from "@jest/globals";
import { acceptsHtml } from "./negotiation.ts";

test.each([
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true],
  ["application/json, TEXT/HTML; charset=utf-8;q=0.1", true],
  ["text/html;q=0, application/json", false],
  ["text/html;q=0.000", false],
  ["text/htmlx", false],
  ["*/*", false],
  ["application/json", false],
  ["", false],
  [undefined, false],
])("Accept: %s asks for a page: %s", (accept, page) => {
  expect(acceptsHtml(accept)).toBe(page);
});
