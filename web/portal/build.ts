// Bundles the portal: `node build.ts`, in this folder. Once in simplified characters, as it is written, and once
// in traditional ones. Leaves dist/assets/ (served below /assets/) and dist/assets.json (the names, for the server).

import { readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { Converter } from "opencc-js/cn2t";
import { type Manifest, type Plugin, build } from "vite";
import { readRouteFiles } from "./route-files.ts";
import { precompress } from "../shared/src/precompress.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const dist = here("dist/");
const ENTRY = "src/main.tsx";

/** Writes whatever people read in traditional characters; names in code are in none. */
function traditional(): Plugin {
  const convert = Converter({ from: "cn", to: "tw" });
  const own = /\/web\/(portal|shared)\/src\/(?!graph\/generated)[^?]*\.tsx?$/;
  return {
    name: "traditional-characters",
    enforce: "pre",
    transform: (code, id) => (own.test(id) ? { code: convert(code), map: null } : undefined),
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

async function bundle(script: "hans" | "hant"): Promise<object> {
  const outDir = `${dist}${script}`;
  await build({
    root: here("."),
    base: "/assets/",
    configFile: false,
    logLevel: "warn",
    plugins: [react(), chineseAlone(), ...(script === "hant" ? [traditional()] : [])],
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
        },
      },
    },
  });
  const manifest = JSON.parse(await readFile(`${outDir}/manifest.json`, "utf8")) as Manifest;
  await rm(`${outDir}/manifest.json`);
  await precompress(outDir);
  const entry = manifest[ENTRY];
  if (!entry) throw new Error(`Nothing was made of ${ENTRY}.`);
  const imported = (entry.imports ?? []).map((name) => manifest[name]?.file);
  const routes = await readRouteFiles(here("./"), manifest, ENTRY);
  return { script: entry.file, styles: entry.css ?? [], preload: imported, routes };
}

await rm(dist, { recursive: true, force: true });
const assets = { hans: await bundle("hans"), hant: await bundle("hant") };
await writeFile(`${dist}assets.json`, `${JSON.stringify(assets, undefined, 2)}\n`);
