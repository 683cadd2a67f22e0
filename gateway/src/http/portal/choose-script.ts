import type { IncomingHttpHeaders } from "node:http";
import type { Script } from "./assets.ts";

/** Simplified or traditional: what was chosen on the page (`script` cookie), else what the browser prefers. */
export function chooseScript(headers: IncomingHttpHeaders): Script {
  const chosen = /(?:^|;\s*)script=(hans|hant)(?:;|$)/.exec(headers.cookie ?? "")?.[1];
  if (chosen !== undefined) return chosen as Script;
  const preferred = (headers["accept-language"] ?? "")
    .split(",")
    .map((range) => range.trim().toLowerCase())
    .find((range) => range.startsWith("zh"));
  return preferred !== undefined && /^zh-(hant|tw|hk|mo)\b/.test(preferred) ? "hant" : "hans";
}
