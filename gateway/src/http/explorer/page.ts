import { escapeAttribute } from "../pages/escape-attribute.ts";
import { ICON } from "../pages/icon.ts";
import type { ExplorerAssets } from "./assets.ts";

/** Where the page finds what it needs, all of it on its own origin. */
export interface PageOptions {
  assets: ExplorerAssets;
  endpoint: string;
  examples: string;
}

/**
 * The whole HTML document. It holds no script of its own, so that the content security policy can
 * refuse every inline script: the settings travel as data attributes.
 */
export function renderPage({ assets, endpoint, examples }: PageOptions): string {
  const at = (file: string): string => escapeAttribute(`/explorer/${file}`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>联盟枢纽 Alliance Hub</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="${at(assets.style)}">
<script type="module" src="${at(assets.script)}"></script>
</head>
<body>
<div id="explorer"
 data-endpoint="${escapeAttribute(endpoint)}"
 data-examples="${escapeAttribute(examples)}"
 data-editor-worker="${at(assets.workers.editor)}"
 data-json-worker="${at(assets.workers.json)}"
 data-graphql-worker="${at(assets.workers.graphql)}"></div>
<noscript>此页面需要 JavaScript。接口地址：This page needs JavaScript. The endpoint is
<a href="${escapeAttribute(endpoint)}">${escapeAttribute(endpoint)}</a>.</noscript>
</body>
</html>
`;
}
