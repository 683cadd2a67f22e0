import { Kind, TokenKind, parse, type OperationDefinitionNode, type Token } from "graphql";
import type { SampleIds } from "./sample-values.ts";
import { samples, sectionTitles } from "./samples.ts";

/** One operation of the example document, as it stands there. */
export interface ExampleOperation {
  /** The name between the rules of the last `# ── name ──` line above the operation. */
  section: string;
  name: string;
  kind: "query" | "mutation" | "subscription";
  /** The operation's text, comments included. */
  query: string;
  /** The comment at the top of the operation's body, in one line; empty when there is none. */
  comment: string;
}

/** What `/explorer/examples.json` lists: the operation, with titles and variables to begin with. */
export interface Example extends ExampleOperation {
  sectionTitle: string;
  title: string;
  variables: Record<string, unknown>;
}

/** Operations without a name are left out: there would be nothing to list them under. */
export function parseExamples(document: string): ExampleOperation[] {
  return parse(document).definitions.flatMap((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION || !node.name || !node.loc) return [];
    return {
      section: sectionAbove(node.loc.startToken),
      name: node.name.value,
      kind: node.operation,
      query: document.slice(node.loc.start, node.loc.end),
      comment: leadingComment(node),
    };
  });
}

/** Adds titles and variables; dates among the variables are counted from `now`. */
export function withSamples(
  operations: readonly ExampleOperation[],
  now: Date,
  known: Partial<SampleIds> = {},
): Example[] {
  const table = samples(now, known);
  return operations.map((operation) => ({
    ...operation,
    ...(table[operation.name] ?? { title: "", variables: {} }),
    sectionTitle: sectionTitles[operation.section] ?? "",
  }));
}

// The lexer keeps comments in its chain of tokens, though the tree leaves them out.
function sectionAbove(start: Token): string {
  for (let token = start.prev; token; token = token.prev) {
    if (token.kind !== TokenKind.COMMENT) continue;
    const name = /^\s*──+\s*(.+?)\s*──+\s*$/.exec(token.value)?.[1];
    if (name !== undefined) return name;
  }
  return "";
}

function leadingComment(node: OperationDefinitionNode): string {
  const lines: string[] = [];
  let token = node.selectionSet.loc?.startToken.next;
  for (; token?.kind === TokenKind.COMMENT; token = token.next) lines.push(token.value.trim());
  return lines.join(" ").replace(/\s+/g, " ");
}
