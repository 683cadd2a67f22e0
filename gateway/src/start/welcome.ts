import type { Config } from "../config.ts";

/** What a person sees when the hub listens: its addresses, three queries to try, and how to get a token. */
export function welcome(url: string, config: Config, elapsedMs: number): string {
  const ask = (query: string, token = ""): string =>
    `    curl -s ${url}/graphql ${token}-H 'content-type: application/json' \\\n      -d '${JSON.stringify({ query })}'`;
  const place =
    '{ report(regionCode: "445202", from: "2022-01-01", to: "2023-12-31") { streetCommittees agreements meetings } }';
  const venues =
    '{ resources(filter: { kinds: [VENUE], regionCode: "445202" }, first: 3) { totalCount nodes { id title provider { name } } } }';
  const me = "{ viewer { subject roles { role committee { name } } } }";
  const lines = [
    "",
    `联盟枢纽 Alliance Hub 已就绪 is ready at ${url} (${(elapsedMs / 1000).toFixed(1)} s)`,
    "",
    `  GraphQL   ${url}/graphql`,
    `  门户 Portal  ${url}/  (浏览器打开 open it in a browser)`,
    ...(config.introspection ? [`  Explorer  ${url}/explorer`] : []),
    `  Health    ${url}/health/ready    Metrics  ${url}/metrics`,
  ];
  if (!config.oidc) {
    lines.push(
      "",
      "  演示模式：令牌由本机签发，勿用于生产。Demonstration mode: tokens are signed here; not for production.",
      "  Set OIDC_ISSUER and OIDC_AUDIENCE to use your own sign-in.",
      "",
      "  试一试 Try:",
      ask(place),
      ask(venues),
      ask(me, `-H "authorization: Bearer $(npm run -s token -- 445202-liaison-1)" `),
      "",
      "  令牌 Tokens:  npm run token -- --list          谁能做什么 who can do what",
      "                npm run token -- 445202-secretary  一人的令牌 a token for one of them",
    );
  }
  lines.push("", "  停止 Stop: Ctrl+C", "");
  return lines.join("\n");
}
