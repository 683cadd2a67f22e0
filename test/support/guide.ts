import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const BLOCK = /^```(\w*)(?: title="([^"]+)")?\n([^]*?)^```$/gm;

/** A block of code in a document. */
export interface Example {
  readonly language: string;
  /** The name of its file; undefined if the document gives none. */
  readonly title: string | undefined;
  readonly text: string;
}

/** The text of a document. @param file from the root of the repository. */
export const readDocument = (file: string): Promise<string> => readFile(join(ROOT, file), "utf8");

/** The examples of a document, word for word. @param file from the root of the repository. */
export async function examplesOf(file: string): Promise<Example[]> {
  const document = await readDocument(file);
  return [...document.matchAll(BLOCK)].map(([, language = "", title, text = ""]) => ({
    language,
    title,
    text,
  }));
}

/** The partners' guide, whose programs the tests run. */
export const GUIDE = "docs/partners.md";

/** The guide in Chinese. Its programs are the same except for their comments. */
export const GUIDE_IN_CHINESE = "docs/partners.zh-CN.md";

/**
 * The examples of the guide as files in a folder of their own, from where packages are found as the
 * tests find them.
 */
export async function writeGuide(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(ROOT, "test/dist/partner-"));
  for (const { title, text } of await examplesOf(GUIDE))
    if (title !== undefined) await writeFile(join(path, title), text);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
