import {
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type ObjectValueNode,
  type ValueNode,
} from "graphql";

/** One specification that a supergraph links, and the names its elements have there. */
export interface Link {
  /** Name in the specification's address, such as `inaccessible`. */
  readonly specification: string;
  /** Prefix of elements that were not imported, such as `join` in `join__type`. */
  readonly namespace: string;
  /** Imported element (directives with `@`) → its name in this document. */
  readonly imports: ReadonlyMap<string, string>;
}

/** The specifications linked on the schema by `@link` or, in older supergraphs, `@core`. */
export function readLinks(supergraph: DocumentNode): Link[] {
  return supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).flatMap(readLink)
      : [],
  );
}

function readLink(directive: ConstDirectiveNode): Link[] {
  const values = new Map(
    directive.arguments?.map((argument) => [argument.name.value, argument.value]),
  );
  const url = text(values.get("url") ?? values.get("feature"));
  if (url === undefined) return [];
  // https://specs.apollo.dev/link/v1.0, "Link URLs": name and version are the last two parts.
  const parts = url.split("/").filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  const specification = (/^v\d/.test(last) ? parts.at(-2) : last) ?? last;
  const imports = new Map<string, string>();
  const list = values.get("import");
  for (const item of list?.kind === Kind.LIST ? list.values : []) {
    const name = text(item) ?? (item.kind === Kind.OBJECT ? member(item, "name") : undefined);
    const as = item.kind === Kind.OBJECT ? member(item, "as") : undefined;
    if (name !== undefined) imports.set(name, as ?? name);
  }
  return [{ specification, namespace: text(values.get("as")) ?? specification, imports }];
}

function member(object: ObjectValueNode, name: string): string | undefined {
  return text(object.fields.find((field) => field.name.value === name)?.value);
}

function text(value: ValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/**
 * The name, without `@`, that a specification's own directive has in the supergraph, such as
 * `inaccessible`; undefined if the specification is not linked.
 */
export function directiveName(links: readonly Link[], specification: string): string | undefined {
  const link = links.find((candidate) => candidate.specification === specification);
  return link && (link.imports.get(`@${specification}`)?.slice(1) ?? link.namespace);
}

/** Whether a type (`Name`) or directive (`@name`) belongs to a linked specification. */
export function isLinked(links: readonly Link[], name: string): boolean {
  const bare = name.replace(/^@/, "");
  return links.some(
    ({ namespace, imports }) =>
      bare.startsWith(`${namespace}__`) ||
      name === `@${namespace}` ||
      [...imports.values()].includes(name),
  );
}
