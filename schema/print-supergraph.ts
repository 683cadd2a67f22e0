import { type DefinitionNode, type DocumentNode, Kind, print } from "graphql";

const HEAD = /^(?:schema|scalar|type|interface|union|enum|input)\b.* @/;

/**
 * A supergraph as text: definitions in order of their names, each directive on its own line, a blank line
 * before a described member. So a small change of the graph is a small change of the file, whatever order
 * composition uses.
 */
export function printSupergraph({ definitions }: DocumentNode): string {
  const text = print({ kind: Kind.DOCUMENT, definitions: definitions.toSorted(byName) });
  const lines: string[] = [];
  let isDescription = false;
  for (const line of text.split("\n")) {
    if (!isDescription && /^ +"""/.test(line) && !/[{(]$/.test(lines.at(-1) ?? "")) lines.push("");
    lines.push(!isDescription && HEAD.test(line) ? spread(line) : line);
    if (line.split('"""').length % 2 === 0) isDescription = !isDescription;
  }
  return lines.join("\n");
}

/** A definition's first line, over several. */
function spread(head: string): string {
  return head.replaceAll(" @", "\n  @").replace(/ \{$/, "\n{");
}

/** The schema first, then directives, then types, whose names are compared without regard to case. */
function byName(one: DefinitionNode, other: DefinitionNode): number {
  return rankOf(one) - rankOf(other) || nameOf(one).localeCompare(nameOf(other), "en");
}

function rankOf({ kind }: DefinitionNode): number {
  if (kind === Kind.SCHEMA_DEFINITION) return 0;
  return kind === Kind.DIRECTIVE_DEFINITION ? 1 : 2;
}

function nameOf(definition: DefinitionNode): string {
  return ("name" in definition ? definition.name?.value : undefined) ?? "";
}
