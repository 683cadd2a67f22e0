import type * as JestGlobals from "@jest/globals";

/** What Jest gives to a test file: `describe`, `it`, `expect` and the hooks. */
export type Globals = Pick<
  typeof JestGlobals,
  "afterAll" | "afterEach" | "beforeAll" | "beforeEach" | "describe" | "expect" | "it" | "test"
>;

let current: Globals | undefined;

/** Called before a test file is loaded, with what belongs to that file. */
export function setGlobals(globals: Globals): void {
  current = globals;
}

/** @throws Error where no test file is being loaded. */
export function currentGlobals(): Globals {
  if (!current) throw new Error("Only a test file that Jest runs can import @jest/globals.");
  return current;
}
