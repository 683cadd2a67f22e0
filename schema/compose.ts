import { writeFile } from "node:fs/promises";
import { cataloguePage } from "@alliance-hub/platform/errors/catalogue-page";
import { noticesPage } from "@alliance-hub/platform/notices/kinds/notices-page";
import { graphFiles } from "./graph.ts";

for (const [name, text] of graphFiles()) {
  await writeFile(new URL(name, import.meta.url), text);
  console.log(`  schema/${name}`);
}
await writeFile(new URL("../docs/errors.md", import.meta.url), cataloguePage());
console.log("  docs/errors.md");
await writeFile(new URL("../docs/notices.md", import.meta.url), noticesPage());
console.log("  docs/notices.md");
