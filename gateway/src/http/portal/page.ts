import { escapeAttribute } from "../pages/escape-attribute.ts";
import { ICON } from "../pages/icon.ts";
import type { PortalAssets, Script } from "./assets.ts";

const WORDS = {
  hans: { lang: "zh-Hans", title: "联盟枢纽", noScript: "此页面需要 JavaScript。" },
  hant: { lang: "zh-Hant", title: "聯盟樞紐", noScript: "此頁面需要 JavaScript。" },
} as const;

/** Stands in the page where the nonce of each answer goes. */
export const NONCE = "{{nonce}}";
/** Stands where {@link renderPreloads} of the page go. */
export const PRELOADS = "{{preloads}}";

/** Stands where the {@link renderFrame} of the page goes. */
export const FRAME = "{{frame}}";

/** What is seen until the scripts are there: where one is. */
export const renderFrame = (script: Script, name: string | undefined): string =>
  `<header class="top-bar"><span class="wordmark"><img src="${ICON}" alt="" width="28" height="28">${WORDS[script].title}</span></header>
<div class="first-frame"><main aria-busy="true"><div class="page">${name === undefined ? "" : `<h1>${escapeAttribute(name)}</h1>`}</div></main></div>`;

/** Links to scripts, so that they are fetched before the first one asks for them. */
export const renderPreloads = (files: readonly string[]): string =>
  files
    .map(
      (file) =>
        `<link rel="modulepreload" fetchpriority="low" href="${escapeAttribute(`/assets/${file}`)}">`,
    )
    .join("\n");

/**
 * The whole HTML document, with {@link NONCE} for the style elements that components write, and {@link PRELOADS} and {@link FRAME}.
 * It holds no script of its own, so that the content security policy can refuse them all.
 */
export function renderPortal(
  script: Script,
  { early, script: main, styles, preload }: PortalAssets,
): string {
  const { lang, title, noScript } = WORDS[script];
  const at = (file: string): string => escapeAttribute(`/assets/${file}`);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csp-nonce" nonce="${NONCE}">
<meta name="description" content="${title}">
<title>${title}</title>
<link rel="icon" href="${ICON}">
${styles.map((file) => `<link rel="stylesheet" href="${at(file)}">`).join("\n")}
<script src="${at(early)}" data-main="${at(main)}"></script>
${renderPreloads([main, ...preload])}
${PRELOADS}
</head>
<body>
<div id="portal">${FRAME}</div>
<noscript>${noScript}</noscript>
</body>
</html>
`;
}
