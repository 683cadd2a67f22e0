/**
 * Whether the client has what it would be sent: `If-None-Match` names the tag, compared weakly
 * (RFC 9110, sections 8.8.3.2 and 13.1.2).
 */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const named: readonly string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return named.includes(etag);
}
