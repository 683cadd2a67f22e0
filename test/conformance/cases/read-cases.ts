import { readdirSync } from "node:fs";
import type { ConformanceCase } from "./case.ts";

/** All cases of this folder, by file, as `keys/single`. */
export async function readCases(): Promise<ReadonlyMap<string, ConformanceCase>> {
  const files = readdirSync(new URL(".", import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".case.js"))
    .toSorted();
  const cases = new Map<string, ConformanceCase>();
  for (const file of files) {
    const { CASE } = (await import(`./${file}`)) as { CASE: ConformanceCase };
    cases.set(file.replace(".case.js", ""), CASE);
  }
  return cases;
}
