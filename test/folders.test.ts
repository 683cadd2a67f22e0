import { describe, expect, it } from "@jest/globals";
import { cyclesOf, readFolderImports } from "./support/folder-imports.ts";

/** Where folders must form no cycle. A file at the top of a workspace's src stands for itself. */
const AREAS = ["gateway/src", "subgraphs", "kit", "web"];

describe("folders form no cycle, types included", () => {
  it.each(AREAS)("below %s", async (area) => {
    expect(cyclesOf(await readFolderImports(area))).toEqual([]);
  });
});
