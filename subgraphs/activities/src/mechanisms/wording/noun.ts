import type { Noun } from "@alliance-hub/platform/noun/noun";
import { createWording } from "./wording.ts";

/** The words of notices and tasks; what they are about are records of all subgraphs. */
export const wording = {
  name: "Wording",
  loaders: { wording: createWording },
  resolvers: {},
} satisfies Noun;
