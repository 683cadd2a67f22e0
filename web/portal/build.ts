// Bundles the portal: `node build.ts`, in this folder. Once in simplified characters, as it is written, and once
// in traditional ones. Leaves dist/assets/ (served below /assets/) and dist/assets.json (the names, for the server).

import { readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { Converter } from "opencc-js/cn2t";
import { type Manifest, type Plugin, build } from "vite";
import { DAILY_PAGES, OTHER_PAGES } from "./src/app/pages.ts";
import { documentsApart } from "./documents-apart.ts";
import { readRouteFiles } from "./route-files.ts";
import { precompress } from "../shared/src/precompress.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const dist = here("dist/");
const ENTRY = "src/main.tsx";
const EARLY = "src/early/early.ts";

type Script = "hans" | "hant";

const toTraditional = Converter({ from: "cn", to: "tw" });

/** Writes whatever people read in traditional characters; names in code are in none. */
function traditional(): Plugin {
  const own = /\/web\/(portal|shared)\/src\/(?!graph\/generated)[^?]*\.tsx?$/;
  return {
    name: "traditional-characters",
    enforce: "pre",
    transform: (code, id) => (own.test(id) ? { code: toTraditional(code), map: null } : undefined),
  };
}

/** React Aria comes with its words in thirty languages, a sixth of all scripts; pages are in Chinese alone. */
function chineseAlone(): Plugin {
  const words =
    /\/react-(?:aria|stately|aria-components)\/dist\/.*\/intl\/(?:.*\/)?([a-z]{2}-[A-Z]{2})\.m?js$/;
  return {
    name: "chinese-alone",
    enforce: "pre",
    load: (id) => {
      const locale = words.exec(id)?.[1];
      // English is what the library falls back to.
      const isKept = locale === undefined || ["zh-CN", "zh-TW", "en-US"].includes(locale);
      return isKept ? undefined : "export default {};";
    },
  };
}

const plugins = (script: Script) => [
  react(),
  chineseAlone(),
  documentsApart(),
  ...(script === "hant" ? [traditional()] : []),
];

/** What days and numbers are chosen with: large, and seldom used. */
const SELDOM = /day-field|@internationalized|calendar|date|number|spin/i;
const COMMON = /\/react-(aria|stately)|\/src\/(app|components|forms|graph|words)\//;
const FIELDS = /\/react-(aria|stately)|\/components\/(fields|dialogs)\/.*\.tsx$/;
const PARTS =
  /(TextField|TextArea|FieldError|Label|Input|Text)\.m?js$|\/textfield\/|\/src\/(app|components|forms|graph|words)\/[^/]*$|\/fields\/.*\.ts$/i;

/** On a phone each file costs as long as ten kilobytes: what pages share, and what fields and dialogs share. */
const GROUPS = [
  { name: "common", minShareCount: 12, priority: 3, test: COMMON },
  // Fields of text are part of pages, and come with them; the others come later.
  { name: "parts", minShareCount: 4, priority: 2, test: PARTS },
  // What the first script has in common with fields.
  // So are the documents of graph/task-changes.graphql, which the day shares with the pages of the records.
  {
    name: "base",
    minShareCount: 2,
    priority: 4,
    test: /\/i18n\/|\/use-sync-external-store\/|document\/Task\w+Document$/,
  },
  { name: "fields", minShareCount: 3, priority: 1, test: FIELDS },
].map(({ test, ...group }) => ({
  ...group,
  test: (id: string): boolean => test.test(id) && !SELDOM.test(id),
}));

async function bundle(script: Script): Promise<object> {
  const outDir = `${dist}${script}`;
  const common = {
    root: here("."),
    base: "/assets/",
    configFile: false,
    logLevel: "warn",
  } as const;
  await build({
    ...common,
    plugins: plugins(script),
    build: {
      outDir,
      assetsDir: ".",
      manifest: "manifest.json",
      target: "es2022",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // In kilobytes, before they are compressed to a third.
      chunkSizeWarningLimit: 1000,
      rollupOptions: {
        input: here(ENTRY),
        output: {
          entryFileNames: `${script}-[name]-[hash].js`,
          chunkFileNames: `${script}-[name]-[hash].js`,
          codeSplitting: { groups: GROUPS },
        },
      },
    },
  });
  // One file that stands by itself: the page waits for it before anything is drawn.
  await build({
    ...common,
    plugins: plugins(script),
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      manifest: "early.json",
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: here(EARLY),
        output: { format: "iife", entryFileNames: `${script}-[name]-[hash].js` },
      },
    },
  });
  const manifest = await takeManifest(`${outDir}/manifest.json`);
  const early = (await takeManifest(`${outDir}/early.json`))[EARLY];
  await precompress(outDir);
  const entry = manifest[ENTRY];
  if (!entry || !early) throw new Error(`Nothing was made of ${ENTRY} or ${EARLY}.`);
  const imported = (entry.imports ?? []).map((name) => manifest[name]?.file);
  const files = await readRouteFiles(here("./"), manifest, ENTRY);
  const routes = files.map((route) => ({ ...route, name: nameOf(route.path, script) }));
  const { file, css = [] } = entry;
  return { early: early.file, script: file, styles: css, preload: imported, routes };
}

/** What a page is called, if it has a place among the pages: shown while its scripts are coming. */
function nameOf(path: string, script: Script): string | undefined {
  const pages = [...DAILY_PAGES, ...OTHER_PAGES.flatMap((group) => group.pages)];
  // My day is headed by the date.
  const name = pages.find(({ to }) => to === path && to !== "/")?.name;
  return name !== undefined && script === "hant" ? toTraditional(name) : name;
}

async function takeManifest(path: string): Promise<Manifest> {
  const manifest = JSON.parse(await readFile(path, "utf8")) as Manifest;
  await rm(path);
  return manifest;
}

await rm(dist, { recursive: true, force: true });
const assets = { hans: await bundle("hans"), hant: await bundle("hant") };
await writeFile(`${dist}assets.json`, `${JSON.stringify(assets, undefined, 2)}\n`);
