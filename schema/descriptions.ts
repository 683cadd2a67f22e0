import { type ASTNode, Kind, type StringValueNode, parse, visit } from "graphql";

/** A subgraph's text. */
interface Subgraph {
  readonly name: string;
  readonly sdl: string;
}

/**
 * Elements that several subgraphs share (types, fields, arguments, values) and describe in different words.
 * Composition keeps one description and silently drops the others.
 *
 * @returns one sentence for each element. A subgraph without a description does not differ.
 */
export function differingDescriptions(subgraphs: readonly Subgraph[]): string[] {
  const said = new Map<string, Map<string, string[]>>();
  for (const { name, sdl } of subgraphs) {
    for (const [element, text] of descriptionsOf(sdl)) {
      const texts = said.get(element) ?? new Map<string, string[]>();
      said.set(element, texts.set(text, [...(texts.get(text) ?? []), name]));
    }
  }
  return Array.from(said, ([element, texts]) =>
    texts.size > 1
      ? [
          `${element}: ${Array.from(texts, ([text, names]) => `"${text}" (${names.join(", ")})`).join(", ")}`,
        ]
      : [],
  ).flat();
}

/** Described elements by their coordinate, such as `Type.field.argument`. */
function descriptionsOf(sdl: string): [element: string, text: string][] {
  const found: [string, string][] = [];
  const path: string[] = [];
  visit(parse(sdl), {
    enter: (node) => {
      const named = nameOf(node);
      if (named === undefined) return;
      path.push(named);
      const { description } = node as { readonly description?: StringValueNode };
      if (description) found.push([path.join("."), description.value]);
    },
    leave: (node) => {
      if (nameOf(node) !== undefined) path.pop();
    },
  });
  return found;
}

/** The name of a definition or an extension, not a use of a name. */
function nameOf(node: ASTNode): string | undefined {
  const isElement = /(?:Definition|Extension)$/.test(node.kind);
  return isElement && "name" in node && node.name?.kind === Kind.NAME ? node.name.value : undefined;
}
