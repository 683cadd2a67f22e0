// Bundles the page of specimens, from which the pictures of docs/portal.md are made: `node specimens.ts OUT`, in this
// folder. It is not part of what the hub serves.

import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error("Usage: node specimens.ts OUT");
await build({
  root: fileURLToPath(new URL("src/specimens/", import.meta.url)),
  configFile: false,
  logLevel: "warn",
  plugins: [react()],
  build: { outDir, emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 1000 },
});
