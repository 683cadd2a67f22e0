import { stripIgnoredCharacters } from "graphql";
import type { Plugin } from "vite";
import * as generated from "./src/graph/generated/graphql.ts";

const IMPORT = /import\s*\{([^}]*)\}\s*from\s*"[^"]*\/generated\/graphql\.ts";/g;
const APART = "virtual:document/";

/**
 * Each document a module of its own, so that it is loaded with the page that asks it; generated, they are one file,
 * which the first script would carry whole. Where a document is imported, its text alone is left, without the spaces.
 */
export function documentsApart(): Plugin {
  return {
    name: "documents-apart",
    enforce: "pre",
    transform: (code, id) =>
      /\/web\/portal\/src\/[^?]*\.tsx?$/.test(id)
        ? { code: code.replace(IMPORT, (_whole, names: string) => apart(names)), map: null }
        : undefined,
    resolveId: (source) => (source.startsWith(APART) ? `\0${source}` : undefined),
    load: (id) =>
      id.startsWith(`\0${APART}`)
        ? `export default ${JSON.stringify(textOf(id.slice(APART.length + 1)))};`
        : undefined,
  };
}

/** Imports of the documents among some names; types are left out. */
const apart = (names: string): string =>
  names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "))
    .map((name) => `import ${name} from "${APART}${name}";`)
    .join(" ");

function textOf(name: string): string {
  const document = (generated as Readonly<Record<string, unknown>>)[name];
  if (!(document instanceof generated.TypedDocumentString))
    throw new Error(`${name} is no document of src/graph/generated/graphql.ts.`);
  return stripIgnoredCharacters(document.toString());
}
