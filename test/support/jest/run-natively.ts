import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { type Globals, setGlobals } from "./current-globals.ts";

/** The part of Jest's runtime that loads modules. */
interface ModuleLoading {
  requireInternalModule(path: string): unknown;
  setGlobalsForRuntime(globals: Globals): void;
  unstable_shouldLoadAsEsm(path: string): boolean;
  unstable_importModule(path: string): Promise<unknown>;
}

/** Jest's own arguments for a test framework; only the environment and the runtime are looked at. */
type Arguments = [
  globalConfig: unknown,
  projectConfig: unknown,
  environment: { readonly global: { readonly console: Console } },
  runtime: ModuleLoading,
  ...rest: unknown[],
];

const require = createRequire(import.meta.url);
const circus = require("jest-circus/runner") as {
  default: (...all: Arguments) => Promise<unknown>;
};
/** Where `jest-circus` keeps who listens to it; they belong to one test file. */
const LISTENERS = Symbol.for("EVENT_HANDLERS");

const GLOBALS = new URL("./globals.js", import.meta.url);
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "@jest/globals"
      ? { url: `${GLOBALS.href}?of=${context.parentURL}`, shortCircuit: true }
      : next(specifier, context),
});

/** Loads by Node itself: a module that many test files import is evaluated once in a worker. */
const NATIVE: ModuleLoading = {
  requireInternalModule: (path) => {
    // It begins with no describe blocks and no listeners: both are the last file's.
    delete require.cache[path];
    Reflect.deleteProperty(globalThis, LISTENERS);
    return require(path);
  },
  setGlobalsForRuntime: setGlobals,
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: async (path) => await import(pathToFileURL(path).href),
};

/**
 * Jest's `testRunner`: `jest-circus`, but the test and what it imports are loaded by Node itself, as they are in
 * service, and not by Jest into a context of their own. There the whole hub was compiled and evaluated anew for
 * each test file. What a module or the process keeps, such as a variable of the environment, lives on to the
 * next file of the same worker: a test puts back what it changes.
 */
export default async function runNatively(...all: Arguments): Promise<unknown> {
  const [globalConfig, projectConfig, environment, runtime, ...rest] = all;
  const { console } = globalThis;
  globalThis.console = environment.global.console;
  try {
    const native: ModuleLoading = Object.assign(Object.create(runtime), NATIVE);
    return await circus.default(globalConfig, projectConfig, environment, native, ...rest);
  } finally {
    globalThis.console = console;
  }
}
