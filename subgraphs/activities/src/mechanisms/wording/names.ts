import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { isId } from "@alliance-hub/platform/keys/loader";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import DataLoader from "dataloader";
import type { Kysely } from "kysely";

/** The names of what is public, by id or code; null for what is not there. */
export interface Names {
  readonly units: DataLoader<string, string | null>;
  readonly committees: DataLoader<string, string | null>;
  readonly regions: DataLoader<string, string | null>;
}

/** Loaders of one call. */
export function createNames(rows: Kysely<DirectoryTables>): Names {
  return {
    units: named((ids) =>
      rows
        .selectFrom("directory.organization")
        .select(["id as key", "name"])
        .where(anyOf("id", ids.filter(isId), "uuid"))
        .execute(),
    ),
    committees: named((ids) =>
      rows
        .selectFrom("directory.committee")
        .select(["id as key", "name"])
        .where(anyOf("id", ids.filter(isId), "uuid"))
        .execute(),
    ),
    regions: named((codes) =>
      rows
        .selectFrom("directory.region")
        .select(["code as key", "name"])
        .where(anyOf("code", codes, "text"))
        .execute(),
    ),
  };
}

function named(
  read: (
    keys: readonly string[],
  ) => Promise<readonly { readonly key: string; readonly name: string }[]>,
): DataLoader<string, string | null> {
  return new DataLoader(async (keys) => {
    const names = new Map((await read(keys)).map(({ key, name }) => [key, name]));
    return keys.map((key) => names.get(key) ?? null);
  });
}
