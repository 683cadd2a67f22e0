import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { parse, visit } from "graphql";
import { type RetiredWord, glossaryTable, hasRetired, retiredWords } from "./support/glossary.ts";
import { readDocument } from "./support/guide.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NOT_OURS = /(^|\/)(node_modules|dist|\.turbo|generated)\//;
const GLOSSARY = "docs/glossary.md";

/** Retired words of the machinery that mean nothing else. The others, such as "seat" and "place", are words of ours. */
const MACHINERY = ["presence", "departure", "lane", "refusal"];

/** Other systems have users, too: PostgreSQL, the machine, addresses. */
const ONLY_IN_TEXT = "user";

let retired: readonly RetiredWord[];
let machinery: readonly RetiredWord[];
beforeAll(async () => {
  retired = await retiredWords();
  machinery = MACHINERY.map((word) => ({ word, within: [], files: [] }));
});

async function filesBelow(folder: string, ending: RegExp): Promise<string[]> {
  const files = await readdir(join(ROOT, folder), { recursive: true });
  return files
    .map((file) => (folder === "" ? file : `${folder}/${file}`))
    .filter((file) => ending.test(file) && !NOT_OURS.test(file));
}

async function documents(): Promise<string[]> {
  const folders = ["docs", "schema", "subgraphs", "web", "test"];
  const below = await Promise.all(folders.map((folder) => filesBelow(folder, /\.md$/)));
  const top = (await readdir(ROOT)).filter((file) => file.endsWith(".md"));
  return [...top, ...below.flat()].filter((file) => file !== GLOSSARY && file !== "CHANGELOG.md");
}

async function sources(): Promise<string[]> {
  const folders = [
    "gateway/src",
    "kit",
    "subgraphs",
    "web",
    "test/support",
    "test/bench",
    "test/conformance",
  ];
  const below = await Promise.all(folders.map((folder) => filesBelow(folder, /\.tsx?$/)));
  return below.flat().filter((file) => !file.endsWith(".test.ts"));
}

/** `hubUnit` and `hub-unit` as words. */
const inWords = (text: string): string =>
  text.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2").replaceAll(/[-_]/g, " ");

/** What each retired word was found in. */
async function found(
  files: readonly string[],
  words: readonly RetiredWord[],
  textOf: (file: string) => Promise<string>,
): Promise<string[]> {
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await textOf(file) })));
  return texts.flatMap(({ file, text }) =>
    words
      .filter((word) => !word.files.includes(file) && hasRetired(word, text))
      .map(({ word }) => `${file}: ${word}`),
  );
}

describe("retired words", () => {
  it("are in the glossary", async () => {
    expect(retired.length).toBeGreaterThan(5);
    const rows = await glossaryTable("词 word");
    const words = rows.flatMap(([, , word = ""]) => word.split(", "));
    expect(words).toEqual(expect.arrayContaining(MACHINERY));
  });

  it("are in no document", async () => {
    const files = await documents();
    expect(files.length).toBeGreaterThan(25);
    expect(await found(files, [...retired, ...machinery], readDocument)).toEqual([]);
  });

  it("describe nothing in the schema, and name nothing there", async () => {
    const texts: string[] = [];
    visit(parse(await readDocument("schema/api.graphql")), {
      Name: ({ value }) => void texts.push(inWords(value)),
      StringValue: ({ value }) => void texts.push(value),
    });
    expect(texts.length).toBeGreaterThan(1_000);
    const words = [...retired, ...machinery];
    expect(texts.filter((text) => words.some((word) => hasRetired(word, text)))).toEqual([]);
  });

  it("are in no name, message or comment of the sources", async () => {
    const files = await sources();
    expect(files.length).toBeGreaterThan(500);
    const words = [...retired.filter(({ word }) => word !== ONLY_IN_TEXT), ...machinery];
    const textOf = async (file: string): Promise<string> =>
      `${inWords(file)}\n${inWords(await readDocument(file))}`;
    expect(await found(files, words, textOf)).toEqual([]);
  });
});
