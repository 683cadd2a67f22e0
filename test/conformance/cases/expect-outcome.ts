import { expect } from "@jest/globals";
import type { GraphQLFormattedError } from "graphql";
import type { Ask, ExpectedError } from "./case.ts";
import type { Outcome } from "./stage.ts";

/** Demands that an outcome is all that was expected. */
export function expectOutcome({ result, journal, calls }: Outcome, ask: Ask): void {
  expectData(result.data, ask);
  expectErrors(result.errors ?? [], ask.errors ?? (ask.data === undefined ? [{}] : []));
  if (ask.journal) expect(journal).toEqual(ask.journal);
  if (ask.calls) expect(calls).toEqual(ask.calls);
}

/** Demands the data, key order included. */
export function expectData(data: unknown, ask: Ask): void {
  expect(inWords(data)).toBe(inWords(ask.data));
}

/** Whether the data is what was expected, key order included. */
export function hasData(data: unknown, ask: Ask): boolean {
  return inWords(data) === inWords(ask.data);
}

function inWords(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? "nothing";
}

function expectErrors(
  errors: readonly GraphQLFormattedError[],
  expected: readonly ExpectedError[],
): void {
  const left = [...errors];
  const missing = expected.filter((wanted) => {
    const index = left.findIndex((error) => isWanted(error, wanted));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  expect({ missing, unexpected: left }).toEqual({ missing: [], unexpected: [] });
}

function isWanted(
  { path, message, extensions = {} }: GraphQLFormattedError,
  wanted: ExpectedError,
): boolean {
  return (
    (wanted.path === undefined || JSON.stringify(path) === JSON.stringify(wanted.path)) &&
    (wanted.code === undefined || extensions["code"] === wanted.code) &&
    (wanted.service === undefined || extensions["service"] === wanted.service) &&
    (wanted.says === undefined || message.includes(wanted.says))
  );
}
