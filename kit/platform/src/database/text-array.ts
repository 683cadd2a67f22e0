import { Type } from "@mikro-orm/core";

/**
 * `text[]` and `uuid[]` columns. The library's own array type does not quote the word NULL, so PostgreSQL would
 * read the text "NULL" as null. Here every element is quoted (PostgreSQL, section 8.15.2), and only null is
 * null.
 */
export class TextArray<T extends string | null = string> extends Type<
  T[] | null,
  string | T[] | null
> {
  override convertToDatabaseValue(value: T[] | string | null): string | null {
    if (value === null || typeof value === "string") return value;
    return `{${value.map((item) => (item === null ? "NULL" : `"${item.replaceAll(/["\\]/g, String.raw`\$&`)}"`)).join(",")}}`;
  }

  /** The driver has read the array already. What is a text was written by this class. */
  override convertToJSValue(value: T[] | string | null): T[] | null {
    if (typeof value !== "string") return value;
    const items = value.matchAll(/"((?:[^"\\]|\\.)*)"|NULL/gs);
    return [...items].map(
      ([, quoted]) => (quoted === undefined ? null : quoted.replaceAll(/\\(.)/gs, "$1")) as T,
    );
  }

  override compareAsType(): string {
    return "string";
  }

  override getColumnType(): string {
    return "text[]";
  }
}
