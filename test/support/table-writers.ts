import { readFile, readdir } from "node:fs/promises";
import { dirname, join, normalize } from "node:path/posix";
import { fileURLToPath } from "node:url";
import { type StaticImport, Visitor, parseSync } from "oxc-parser";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Not looked at: tests, and the demonstration, which loads whole tables before anybody uses them. Files that
 * are no TypeScript are none either: migrations change the form of tables, not what is in them.
 */
const BESIDE = /\.test\.ts$|\/src\/(test|demo)\/|\/dist\/|node_modules/;

/** How SQL writes: the table follows. `for update` and `on conflict … do update set` name none. */
const WRITES = [
  /\b(?:insert|merge)\s+into\s+([\w."$]+)/gi,
  /\bdelete\s+from\s+(?:only\s+)?([\w."$]+)/gi,
  /\btruncate\s+(?:table\s+)?([\w."$]+)/gi,
  /\bupdate\s+(?:only\s+)?([\w."$]+)(?:\s+(?:as\s+)?\w+)?\s+set\b/gi,
];
/** How Kysely writes: its first argument is the table. */
const KYSELY = new Set(["insertInto", "updateTable", "deleteFrom", "mergeInto", "replaceInto"]);
/** A value inside a text of SQL. */
const VALUE = " $ ";

/** A file and what it says of tables. */
interface Source {
  readonly file: string;
  /** Tables that its SQL and Kysely calls write. */
  readonly written: readonly string[];
  readonly imports: readonly StaticImport[];
  /** Tables by the classes of its records: `defineEntity({ tableName })` and the class that extends it. */
  readonly entities: ReadonlyMap<string, string>;
}

/** Tables, each with the folders that write it, and by which files. */
export type TableWriters = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/**
 * Reads which folders write which tables: SQL in texts, calls of Kysely, and the classes of records that a
 * file imports as values. Records are loaded through MikroORM only to be changed, so whoever needs the
 * class and not only its type writes.
 *
 * @param area a workspace, such as `subgraphs/members`; its tables are its own where they name no schema.
 */
export async function readTableWriters(area: string): Promise<TableWriters> {
  const files = (await readdir(join(ROOT, area, "src"), { recursive: true }))
    .map((file) => join(area, "src", file))
    .filter((file) => file.endsWith(".ts") && !BESIDE.test(file));
  const sources = await Promise.all(
    files.map(async (file) => read(file, await readFile(join(ROOT, file), "utf8"))),
  );
  const entities = new Map(sources.map(({ file, entities: own }) => [file, own]));
  const tables = new Map<string, Map<string, string[]>>();
  const schema = area.split("/").at(-1) ?? area;
  for (const { file, written, imports } of sources) {
    const classes = imports.flatMap(({ moduleRequest, entries }) => {
      const own = entities.get(normalize(join(dirname(file), moduleRequest.value)));
      return entries.flatMap(({ isType, importName }) =>
        isType ? [] : (own?.get(importName.name ?? "") ?? []),
      );
    });
    for (const name of new Set([...written, ...classes])) {
      const table = name.includes(".") ? name : `${schema}.${name}`;
      const folders = tables.get(table) ?? new Map<string, string[]>();
      tables.set(table, folders);
      folders.set(dirname(file), [...(folders.get(dirname(file)) ?? []), file]);
    }
  }
  return tables;
}

/** Tables that more than one folder writes, as `table: files`. */
export function tablesOfMany(writers: TableWriters): string[] {
  return [...writers]
    .filter(([, folders]) => folders.size > 1)
    .map(([table, folders]) => `${table}: ${[...folders.values()].flat().toSorted().join(", ")}`)
    .toSorted();
}

/** What one file says of tables. */
export function read(file: string, text: string): Source {
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  const written: string[] = [];
  const schemas = new Map<string, string>();
  const entities = new Map<string, string>();
  const sql = (words: string): void => {
    for (const form of WRITES)
      for (const [, table = ""] of words.matchAll(form)) written.push(table.replaceAll('"', ""));
  };
  new Visitor({
    TemplateLiteral: ({ quasis }) => sql(quasis.map(({ value }) => value.raw).join(VALUE)),
    Literal: ({ value }) => {
      if (typeof value === "string") sql(value);
    },
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      if (!KYSELY.has(callee.property.name)) return;
      const isNamed = first?.type === "Literal" && typeof first.value === "string";
      written.push(isNamed ? columnCase(String(first.value)) : "$");
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== "Identifier" || init?.type !== "CallExpression") return;
      const [first] = init.arguments;
      if (init.callee.type !== "Identifier" || init.callee.name !== "defineEntity") return;
      const table = /\btableName:\s*"(\w+)"/.exec(first ? text.slice(first.start, first.end) : "");
      if (table?.[1]) schemas.set(id.name, table[1]);
    },
    ClassDeclaration: ({ id, superClass }) => {
      if (superClass?.type !== "MemberExpression" || superClass.object.type !== "Identifier")
        return;
      const table = schemas.get(superClass.object.name);
      if (id && table) entities.set(id.name, table);
    },
  }).visit(program);
  return { file, written, imports: module.staticImports, entities };
}

/** `webhookDelivery as delivery` is `webhook_delivery`. */
function columnCase(name: string): string {
  const [table = ""] = name.split(/\s+as\s+/);
  return table.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
