import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** The workspaces of kit, each with those that it stands on. */
const KIT: Readonly<Record<string, readonly string[]>> = {
  postgres: [],
  sharing: [],
  testing: ["postgres"],
  platform: ["sharing"],
  updates: ["platform"],
  backup: ["platform", "postgres"],
  demonstration: ["platform", "sharing"],
};
const ROLES = [
  "entity",
  "type",
  "input",
  "resolver",
  "policy",
  "service",
  "loaders",
  /** What the hub's own work changes of a record, without a request. */
  "background",
  /** Whom its changes concern, and what they are told. */
  "notices",
  "test",
];
const FRAME = [
  "context.ts",
  "database.ts",
  "demo",
  "main.ts",
  "migrations",
  "nouns.ts",
  "subgraph.ts",
];
/** What a file with this suffix never does. */
const UNTRUE: Readonly<Record<string, readonly RegExp[]>> = {
  entity: [/\bthrow\b/, /\bfrom "node:/],
  policy: [/\bthrow\b/, /\bawait\b/],
  loaders: [
    /\b(?:insertInto|updateTable|deleteFrom|LockMode|forUpdate|forShare|persist|flush)\b/,
    /\b(?:insert into|delete from|for (?:update|share))\b/,
    /\b(?:em\.create|notedReadings)\b/,
  ],
  type: [/\bthrow\b/, /\bawait\b/],
  resolver: [/\bthrow\b/, /\brequire[A-Z]\w*\(/],
  // What a field takes is said and checked by the limits of its `.input`.
  service: [/\b(?:requireText|requireCount)\b/],
  background: [/\bviewer\b/, /\.input\.ts"/],
};
/** Mechanisms that others use by several files. */
const SEVERAL_PARTS = [
  "free-time",
  "booking-rules",
  "near",
  "update-log",
  "notice-log",
  "numbered-log",
  "delivery-queue",
  "participant-list",
  "webhooks",
  "mail-outbox",
];
/** The folders of a subgraph's src; of these, the last four only where they are needed. */
const FOLDERS = [
  "demo",
  "migrations",
  "nouns",
  "report",
  "test",
  "mechanisms",
  "references",
  "vocabulary",
];

const entries = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).filter((name) => !["dist", "node_modules"].includes(name));

function sources(folder: string): string[] {
  return entries(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path);
    return name.endsWith(".ts") ? [path] : [];
  });
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
}

describe.each(SUBGRAPH_NAMES)("the subgraph %s", (name) => {
  const folder = `subgraphs/${name}`;

  it("has the files and folders that every subgraph has, and no others", () => {
    expect(entries(folder)).toEqual(
      expect.arrayContaining(["README.md", "package.json", "src", "tsconfig.json"]),
    );
    const files = entries(`${folder}/src`);
    expect(files).toEqual(expect.arrayContaining([...FRAME, "nouns"]));
    expect(files.filter((file) => ![...FRAME, ...FOLDERS].includes(file))).toEqual([]);
  });

  it("has a folder per noun with its noun.ts, each other file named by noun and role; mechanisms are free", () => {
    const nouns = entries(`${folder}/src/nouns`);
    expect(nouns.length).toBeGreaterThan(3);
    for (const noun of nouns) {
      expect({ noun, files: entries(`${folder}/src/nouns/${noun}`) }).toEqual({
        noun,
        files: expect.arrayContaining(["noun.ts"]),
      });
      for (const file of entries(`${folder}/src/nouns/${noun}`)) {
        const role = file
          .replace(`${noun}.`, "")
          .replace(/\.ts$/, "")
          .replace(/\.test$/, "");
        expect({
          file: `${noun}/${file}`,
          known: file === "noun.ts" || (file.startsWith(`${noun}.`) && ROLES.includes(role)),
        }).toEqual({
          file: `${noun}/${file}`,
          known: true,
        });
      }
    }
  });

  it("is made of the nouns of one array: each folder of nouns has a noun.ts, which the array names", () => {
    const listed = importsOf(`${folder}/src/nouns.ts`);
    const nouns = entries(`${folder}/src/nouns`);
    expect(listed).toEqual(expect.arrayContaining(nouns.map((noun) => `./nouns/${noun}/noun.ts`)));
    // Nothing is put beside the array.
    const beside = ["subgraph.ts", "context.ts", "database.ts"].filter((file) =>
      importsOf(`${folder}/src/${file}`).some((target) => target.startsWith("./nouns/")),
    );
    expect(beside).toEqual([]);
  });

  it("has suffixes that tell the truth: entities, policies and resolvers throw nothing, loaders only read", () => {
    const untrue = sources(`${folder}/src`).flatMap((path) => {
      const suffix = /\.(\w+)\.ts$/.exec(path)?.[1] ?? "";
      const text = readFileSync(join(ROOT, path), "utf8");
      return (UNTRUE[suffix] ?? [])
        .filter((form) => form.test(text))
        .map((form) => `${path}: ${form}`);
    });
    expect(untrue).toEqual([]);
  });

  it("has mechanisms of which one file alone is known outside, but for those that have more parts", () => {
    const known = new Map<string, Set<string>>();
    for (const path of sources(`${folder}/src`).filter((file) => !file.includes("/test/")))
      for (const target of importsOf(path)) {
        const [, mechanism = "", file = ""] =
          /\/mechanisms\/([\w-]+)\/([\w.-]+)$/.exec(target) ?? [];
        // The array of nouns takes what a mechanism brings to the graph.
        if (mechanism === "" || file === "noun.ts") continue;
        known.set(mechanism, (known.get(mechanism) ?? new Set()).add(file));
      }
    const open = [...known].filter(([, files]) => files.size > 1).map(([mechanism]) => mechanism);
    expect(open.filter((mechanism) => !SEVERAL_PARTS.includes(mechanism))).toEqual([]);
  });

  it("has its shared vocabulary at the bottom: it imports nothing of the subgraph", () => {
    for (const path of sources(`${folder}/src`).filter((file) => file.includes("/vocabulary/"))) {
      const found = importsOf(path).filter((target) => target.startsWith("../"));
      expect({ path, found }).toEqual({ path, found: [] });
    }
  });

  it("keeps other subgraphs' types in references/, by key only", () => {
    for (const file of entries(`${folder}/src`).includes("references")
      ? entries(`${folder}/src/references`)
      : []) {
      expect(file).toMatch(/\.ref\.ts$/);
    }
  });

  it("imports no other subgraph and nothing of the gateway", () => {
    const foreign = [...SUBGRAPH_NAMES.filter((other) => other !== name), "gateway", "schema"].map(
      (other) => `@alliance-hub/${other}`,
    );
    for (const path of sources(`${folder}/src`)) {
      const found = importsOf(path).filter((target) =>
        foreign.some((other) => target.startsWith(other)),
      );
      expect({ path, found }).toEqual({ path, found: [] });
    }
  });
});

it("the subgraphs are those of schema/subgraphs.json", () => {
  const listed = JSON.parse(readFileSync(join(ROOT, "schema/subgraphs.json"), "utf8")) as {
    name: string;
  }[];
  expect(listed.map(({ name }) => name)).toEqual(SUBGRAPH_NAMES);
});

describe("dependencies point one way", () => {
  it("kit's workspaces know each other in one direction, and no other workspace", () => {
    for (const [name, below] of Object.entries(KIT)) {
      for (const path of sources(`kit/${name}/src`)) {
        const allowed = path.endsWith(".test.ts") ? [...below, "testing", "postgres"] : below;
        const found = importsOf(path).filter(
          (target) =>
            target.startsWith("@alliance-hub/") &&
            !allowed.some((other) => target.startsWith(`@alliance-hub/${other}/`)),
        );
        expect({ path, found }).toEqual({ path, found: [] });
      }
    }
    expect(entries("kit").toSorted()).toEqual(Object.keys(KIT).toSorted());
  });

  it("one file of the gateway alone knows the subgraphs", () => {
    const knowing = sources("gateway/src").filter((path) =>
      importsOf(path).some((target) =>
        SUBGRAPH_NAMES.some((name) => target.startsWith(`@alliance-hub/${name}/`)),
      ),
    );
    expect(knowing.map((path) => basename(path))).toEqual(["subgraphs.ts"]);
  });

  it("one file of the gateway, config.ts, reads the environment; commands pass theirs to it", () => {
    const reading = sources("gateway/src").filter(
      (path) =>
        !path.includes("/commands/") &&
        readFileSync(join(ROOT, path), "utf8").includes("process.env"),
    );
    expect(
      reading.map((path) => basename(path)).filter((file) => !file.endsWith(".test.ts")),
    ).toEqual(["main.ts"]);
  });
});
