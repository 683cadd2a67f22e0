import { type Globals, currentGlobals } from "./current-globals.ts";

/** Stands in for `@jest/globals`, evaluated once for each file that imports it: see `run-natively`. */
const globals = currentGlobals();

export const afterAll: Globals["afterAll"] = globals.afterAll;
export const afterEach: Globals["afterEach"] = globals.afterEach;
export const beforeAll: Globals["beforeAll"] = globals.beforeAll;
export const beforeEach: Globals["beforeEach"] = globals.beforeEach;
export const describe: Globals["describe"] = globals.describe;
export const expect: Globals["expect"] = globals.expect;
export const it: Globals["it"] = globals.it;
export const test: Globals["test"] = globals.test;
