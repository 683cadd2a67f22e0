// Types of the page's operations, from its documents and the clients' schema: `node documents.ts`, in this folder.
// `--check` changes nothing and fails where the committed file is not what would be written.

import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import { preset } from "@graphql-codegen/client-preset";
import { parse } from "graphql";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const source = here("src");
const target = here("src/graph/generated/");

const files = (await readdir(source, { recursive: true }))
  .filter((file) => file.endsWith(".graphql"))
  .toSorted();
const documents = await Promise.all(
  files.map(async (file) => {
    const rawSDL = await readFile(join(source, file), "utf8");
    return { location: file, rawSDL, document: parse(rawSDL) };
  }),
);
const schema = parse(await readFile(here("../../schema/api.graphql"), "utf8"));
const outputs = await preset.buildGeneratesSection({
  baseOutputDir: target,
  schema,
  documents,
  config: {
    documentMode: "string",
    useTypeImports: true,
    enumsAsTypes: true,
    scalars: { ID: "string", DateTime: "string", Date: "string" },
    defaultScalarType: "unknown",
  },
  presetConfig: { fragmentMasking: false },
  plugins: [],
  pluginMap: {},
  documentTransforms: [],
});
const isCheck = process.argv.includes("--check");
for (const output of outputs) {
  if (!output.filename.endsWith("graphql.ts")) continue;
  const text = `// generated, do not edit: npm run schema\n${await codegen(output)}`;
  const file = join(target, "graphql.ts");
  if (isCheck) {
    if ((await readFile(file, "utf8")) !== text) throw new Error(`${file} is not up to date.`);
  } else await writeFile(file, text);
}
