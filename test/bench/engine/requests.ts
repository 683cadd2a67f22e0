import { writeFile } from "node:fs/promises";
import { PAGES, PAGE_SIZE, cursorOf, providers, resourcesOf } from "./answers.ts";

/** The measured operation: a page of resources, then its providers with the unit above each. */
const OPERATION = `query Page($first: Int!, $after: String) {
  resources(first: $first, after: $after) {
    id title kind capacity unit audience state
    provider { id name kind parent { id name kind } }
  }
}`;

/** The request for a page: no two pages have a fetch in common. */
export function requestFor(page: number, query = OPERATION): object {
  return { query, variables: { first: PAGE_SIZE, after: cursorOf(page) } };
}

/** Writes one request a page. */
export async function writePages(file: string): Promise<void> {
  const lines = [...Array(PAGES).keys()].map((page) => JSON.stringify(requestFor(page)));
  await writeFile(file, `${lines.join("\n")}\n`);
}

/** What every gateway must answer to {@link requestFor}. */
export function expectedData(page: number): object {
  const units = providers(PAGE_SIZE);
  return {
    resources: resourcesOf(page).map(({ __typename: _name, provider, ...resource }, row) => ({
      ...resource,
      provider: withParent(provider.id, units[row]),
    })),
  };
}

function withParent(id: string, unit: ReturnType<typeof providers>[number] | undefined): object {
  if (!unit) throw new Error("There are fewer providers than rows");
  const { id: parentId, name, kind } = unit.parent;
  return { id, name: unit.name, kind: unit.kind, parent: { id: parentId, name, kind } };
}
