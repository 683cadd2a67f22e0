import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { renderCalendar } from "./calendar-file.ts";
import type { RevisedContent } from "./revisions.ts";

/** A calendar file with its entity tag (RFC 9110, section 8.8.3). */
export interface Rendering {
  readonly body: Buffer;
  readonly etag: string;
}

/** Calendar files kept, together, in bytes. */
const MAX_SIZE = 32 * 1024 * 1024;

/**
 * Renders calendars and keeps the results by content. Rendering a large calendar takes a fifth of a second,
 * during which nothing else happens. The content is read each time; only the rendering is saved.
 */
export function createRenderings(): (content: RevisedContent) => Rendering {
  const known = new LRUCache<string, Rendering>({
    maxSize: MAX_SIZE,
    sizeCalculation: ({ body }) => body.length + 1024,
  });
  return (content) => {
    const key = digest(JSON.stringify(content));
    const before = known.get(key);
    if (before) return before;
    const body = Buffer.from(renderCalendar(content));
    const rendering = { body, etag: `"${digest(body)}"` };
    known.set(key, rendering);
    return rendering;
  };
}

function digest(bytes: string | Buffer): string {
  return createHash("sha256").update(bytes).digest("base64url");
}
