import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SOURCES = ["gateway/src", "kit", "subgraphs"];

/** A setting stands in the code as a text of its own, wherever it is read. */
const LITERAL = /"((?:HUB|OIDC|OTEL|DATABASE|LOG|SMTP)_[A-Z][A-Z0-9_]*|SUBGRAPH_PORT|PORT|HOST)"/g;
/** Whatever else is read from the environment, by name. */
const READ = /\benv(?:ironment)?(?:\.|\[")([A-Z][A-Z0-9_]+)/g;

/** Read by tests and by nobody who runs a hub. */
const OF_TESTS = new Set(["HUB_TEST_DATABASE_URL", "JEST_WORKER_ID"]);

async function settingsOfCode(): Promise<string[]> {
  const found = new Set<string>();
  for (const source of SOURCES) {
    for (const file of await readdir(join(ROOT, source), { recursive: true })) {
      if (!file.endsWith(".ts") || /node_modules|dist\/|\.test\.ts$|\.d\.ts$/.test(file)) continue;
      const text = await readFile(join(ROOT, source, file), "utf8");
      for (const pattern of [LITERAL, READ])
        for (const [, name = ""] of text.matchAll(pattern))
          if (!OF_TESTS.has(name)) found.add(name);
    }
  }
  return [...found].toSorted();
}

/** Names in the first column of the table. */
async function settingsOfReadme(file: string): Promise<string[]> {
  const text = await readFile(join(ROOT, file), "utf8");
  const names = text
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([A-Z][A-Z0-9_]+)`/g)])
    .map(([, name = ""]) => name);
  return names.toSorted();
}

describe("the settings", () => {
  it.each(["README.md", "README.zh-CN.md"])("that are read all stand in %s, once", async (file) => {
    expect(await settingsOfReadme(file)).toEqual(await settingsOfCode());
  });

  it.each(["README.md", "README.zh-CN.md"])(
    "and the commands that are run, in %s",
    async (file) => {
      const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
        scripts: Record<string, string>;
      };
      const text =
        (await readFile(join(ROOT, file), "utf8")) +
        (await readFile(join(ROOT, "CONTRIBUTING.md"), "utf8"));
      const missing = Object.keys(scripts).filter(
        (name) => !new RegExp(`npm (run (-s )?)?${name}(?![:\\w])`).test(text),
      );
      // They are parts of the others.
      expect(missing).toEqual(["build", "build:quiet", "format:check"]);
    },
  );
});
