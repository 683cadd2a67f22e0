import { type Answer, ask } from "../ask.ts";

/** An entry of the update log, as far as readers are compared by it. */
export interface LogEntry {
  readonly id: string;
  readonly type: string;
  readonly activityId: string;
}

const SINCE = `query ($after: String) { activityUpdatesSince(after: $after, first: 100) {
  endPosition hasMore nodes { id type activity { id } } } }`;

/** The log after a position, and its end position. @param after null for the whole log. */
export async function readEntries(
  url: string,
  after: string | null,
): Promise<{ readonly entries: readonly LogEntry[]; readonly end: string }> {
  const entries: LogEntry[] = [];
  for (let position = after; ;) {
    const { data } = await ask(url, { query: SINCE, variables: { after: position } });
    const page: Answer | undefined = data["activityUpdatesSince"];
    for (const node of page?.["nodes"] ?? []) {
      const [id, type] = [String(node["id"]), String(node["type"])];
      entries.push({ id, type, activityId: String(node["activity"]?.["id"]) });
    }
    position = String(page?.["endPosition"]);
    if (!page?.["hasMore"]) return { entries, end: position };
  }
}

/** Where two lists differ, for a readable message; undefined if they are equal. */
export function firstDifference(
  found: readonly string[],
  wanted: readonly string[],
): object | undefined {
  const length = Math.max(found.length, wanted.length);
  for (let at = 0; at < length; at++) {
    if (found[at] === wanted[at]) continue;
    const [isFound, isWanted] = [found[at] ?? "nothing", wanted[at] ?? "nothing"];
    return { at, found: isFound, wanted: isWanted, of: [found.length, wanted.length] };
  }
  return undefined;
}

/** How often each of some texts occurs. */
export function tally(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
