import { readDocument } from "./guide.ts";

/** One row of a table, cell by cell. */
export type Row = readonly string[];

/** A word that must not be used. */
export interface RetiredWord {
  readonly word: string;
  /** Longer words in which it may stand, such as 红色驿站. */
  readonly within: readonly string[];
  /** Files in which it has another meaning. */
  readonly files: readonly string[];
}

const cellsOf = (line: string): Row =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Rows of the table in docs/glossary.md whose first heading this is. */
export async function glossaryTable(heading: string): Promise<readonly Row[]> {
  const glossary = await readDocument("docs/glossary.md");
  const tables = glossary.split("\n\n").map((block) => block.split("\n").map(cellsOf));
  const table = tables.find(([headings]) => headings?.[0] === heading) ?? [];
  return table.slice(2);
}

/** The retired words of docs/glossary.md, without the remarks in brackets that say what was meant. */
export async function retiredWords(): Promise<readonly RetiredWord[]> {
  const rows = await glossaryTable("停用 retired");
  return rows.map(([word = "", , except = ""]) => {
    const exceptions = except
      .replaceAll(/（[^）]*）/g, "")
      .split("、")
      .filter(Boolean);
    return {
      word: word.replace(/（.*/, ""),
      within: exceptions.filter((text) => !text.startsWith("`")),
      files: exceptions.filter((text) => text.startsWith("`")).map((text) => text.slice(1, -1)),
    };
  });
}

/** Whether a text has a retired word. English words count if they stand by themselves, singular or plural. */
export function hasRetired({ word, within }: RetiredWord, text: string): boolean {
  const rest = within.reduce((left, longer) => left.replaceAll(longer, ""), text);
  return /^\w/.test(word) ? new RegExp(`\\b${word}s?\\b`, "i").test(rest) : rest.includes(word);
}
