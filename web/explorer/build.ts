// Bundles the explorer's page: `node build.ts`, in this folder.
// Leaves dist/assets/ (served) and dist/assets.json (the names, for the server).

import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type Metafile } from "esbuild";
import { precompress } from "../shared/src/precompress.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const outdir = here("dist/assets");

const shared: BuildOptions = {
  absWorkingDir: here("."),
  outdir,
  bundle: true,
  minify: true,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  // Licences go with the code they cover, in files of their own.
  legalComments: "linked",
  metafile: true,
  logLevel: "warning",
};

// Browsers of 2023 and newer. `splitting` lets the page and its workers share one copy of graphql-js,
// and loads the formatter only when somebody asks for it.
const scripts: BuildOptions = {
  ...shared,
  entryPoints: {
    page: "page/main.tsx",
    "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
    "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
    "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
  },
  format: "esm",
  splitting: true,
  target: "es2022",
  jsx: "automatic",
  // GraphiQL asks for these two by their old names, which bundle as CommonJS and lose their exports.
  alias: {
    "prettier/parser-babel": "prettier/plugins/babel",
    "prettier/parser-graphql": "prettier/plugins/graphql",
  },
  define: { "process.env.NODE_ENV": '"production"' },
  // Style sheets that scripts import would silently become separate files, so page/styles.css imports them
  // instead.
  loader: { ".css": "empty" },
};

const styles: BuildOptions = {
  ...shared,
  entryPoints: { page: "page/styles.css" },
  loader: { ".ttf": "file" },
};

await rm(here("dist"), { recursive: true, force: true });
await mkdir(outdir, { recursive: true });
const [script, style] = await Promise.all([build(scripts), build(styles)]);

const list = {
  script: nameOf(script.metafile, "page/main.tsx"),
  style: nameOf(style.metafile, "page/styles.css"),
  workers: {
    editor: nameOf(script.metafile, "editor.worker.js"),
    json: nameOf(script.metafile, "json.worker.js"),
    graphql: nameOf(script.metafile, "graphql.worker.js"),
  },
};
await writeFile(here("dist/assets.json"), `${JSON.stringify(list, undefined, 2)}\n`);
await precompress(outdir);

function nameOf(metafile: Metafile | undefined, entry: string): string {
  const found = Object.entries(metafile?.outputs ?? {}).find(([, output]) =>
    output.entryPoint?.endsWith(entry),
  );
  if (!found) throw new Error(`esbuild made nothing of ${entry}.`);
  return basename(found[0]);
}
