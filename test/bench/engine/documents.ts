import { writeFile } from "node:fs/promises";
import { PAGES } from "./answers.ts";
import { requestFor } from "./requests.ts";

/** Fields that a document may leave out, so that each document has a plan of its own. */
const RESOURCE = ["title", "kind", "capacity", "unit", "audience", "state"];
const PROVIDER = ["name", "kind", "creditCode", "brand"];
const PARENT = ["name", "kind", "brand"];

/** Writes one request a document. @param count at most 8192, the number of different selections. */
export async function writeDocuments(file: string, count: number): Promise<void> {
  const lines = [...Array(count).keys()].map((number) =>
    JSON.stringify(requestFor(number % PAGES, documentOf(number))),
  );
  await writeFile(file, `${lines.join("\n")}\n`);
}

/** Each bit of the number is a field that is selected or not. */
function documentOf(number: number): string {
  let bits = number;
  const some = (fields: readonly string[]): string => {
    const chosen = fields.filter((_field, at) => (bits >> at) & 1);
    bits >>= fields.length;
    return chosen.join(" ");
  };
  const [resource, provider, parent] = [some(RESOURCE), some(PROVIDER), some(PARENT)];
  return `query Page($first: Int!, $after: String) {
    resources(first: $first, after: $after) {
      id ${resource} provider { id ${provider} parent { id ${parent} } }
    }
  }`;
}
