import { badInput } from "../errors/hub-error.ts";

/** Sort key of one row: the values of the list's order columns, as strings. */
export type SortKey = readonly string[];

/** An opaque cursor: the list it was made for and the sort key of the row after which a page begins. */
export function encodeCursor(list: string, key: SortKey): string {
  return Buffer.from(JSON.stringify([list, ...key]), "utf8").toString("base64url");
}

/**
 * Reads a cursor back.
 *
 * @throws HubError `BAD_USER_INPUT` for a cursor of another list and for anything that is not a cursor.
 */
export function decodeCursor(list: string, cursor: string, length: number): SortKey {
  const parts = parse(cursor);
  if (parts === undefined || parts.length !== length + 1) {
    throw badInput("after", {
      zh: "起始位置不是枢纽给出的游标。请传入上一页的 endCursor，或者不传。",
      en: `"after" is not a cursor of this hub. Pass endCursor of the previous page, or leave it out.`,
    });
  }
  if (parts[0] !== list) {
    throw badInput("after", {
      zh: "起始位置是另一个列表的游标。请传入同一列表的游标，或者不传。",
      en: `"after" is a cursor of the list "${String(parts[0]).slice(0, 40)}", not of "${list}". Pass a cursor of the same list, or leave it out.`,
    });
  }
  return parts.slice(1);
}

function parse(cursor: string): string[] | undefined {
  if (cursor.length > 500) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) && parts.every((part): part is string => typeof part === "string")
      ? parts
      : undefined;
  } catch {
    return undefined;
  }
}
