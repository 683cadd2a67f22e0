import { createRequire } from "node:module";

type Convert = (text: string) => string;

let convert: Convert | undefined;

/** A Chinese text in traditional characters, as the portal writes them. The dictionary is loaded the first time. */
export function inTraditional(text: string): string {
  convert ??= load();
  return convert(text);
}

function load(): Convert {
  const require = createRequire(import.meta.url);
  const { Converter } = require("opencc-js/cn2t") as typeof import("opencc-js/cn2t");
  return Converter({ from: "cn", to: "tw" });
}
