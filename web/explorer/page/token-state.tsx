import { readClaims } from "./token.ts";

const time = new Intl.DateTimeFormat("zh-CN", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Who sends the next request, according to the token. */
export function TokenState({ token }: { token: string }) {
  if (!token) return <State kind="anonymous" chinese="匿名" english="Anonymous" />;
  const claims = readClaims(token);
  if (!claims) return <State kind="set" chinese="已填令牌" english="Token set" />;
  const { subject, expiresAt } = claims;
  if (expiresAt && expiresAt.getTime() < Date.now()) {
    return <State kind="expired" chinese={`${subject} 已过期`} english="Expired" />;
  }
  const until = expiresAt ? `至 until ${time.format(expiresAt)}` : "";
  return <State kind="set" chinese={subject} english={until} />;
}

function State({ kind, chinese, english }: { kind: string; chinese: string; english: string }) {
  return (
    <output className={`token-state token-${kind}`} htmlFor="token">
      {chinese} <span lang="en">{english}</span>
    </output>
  );
}
