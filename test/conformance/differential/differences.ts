import type { GraphQLError, GraphQLFormattedError } from "graphql";
import type { Answer } from "./graph/serve.ts";

type Reported = GraphQLError | GraphQLFormattedError;
type Path = readonly (string | number)[];

/**
 * In what an answer of the engine is not the one of the whole graph; empty if in nothing.
 *
 * Errors are compared by the null that they explain: the longest part of their path that is in the
 * answer. Where several failed below one null, either side may report any of them.
 */
export function differences(whole: Answer, cut: Answer): string[] {
  const [expected, got] = [JSON.stringify(whole.result.data), JSON.stringify(cut.result.data)];
  const found: string[] = [];
  if (expected !== got) found.push(`data: expected ${expected}, got ${got}`);
  const wanted = byPosition(whole);
  const given = byPosition(cut);
  for (const position of wanted.keys())
    if (!given.has(position)) found.push(`no error at ${position}`);
  for (const [position, errors] of given) {
    const known = wanted.get(position);
    if (!known) found.push(`an error too many at ${position}: ${errors[0]?.message}`);
    if (errors.length > 1) found.push(`${errors.length} errors at ${position}`);
    for (const error of errors) found.push(...faultsOf(error, known ?? []));
  }
  if (String(whole.journal) !== String(cut.journal))
    found.push(`journal: expected ${String(whole.journal)}, got ${String(cut.journal)}`);
  return found;
}

/** Whether the error says what was thrown and where. */
function faultsOf(
  { path, message, extensions = {} }: Reported,
  known: readonly Reported[],
): string[] {
  const found: string[] = [];
  const { service } = extensions;
  if (typeof service !== "string") found.push(`no service in ${JSON.stringify(path)}: ${message}`);
  const [only] = known;
  const [code, expected] = [codeOf({ extensions }), codeOf(only)];
  // Where the whole graph has just this error at its own null, it can be no other.
  const isExact = known.length === 1 && String(only?.path) === String(path);
  if (isExact && code !== expected) found.push(`the code ${code} in place of ${expected}`);
  else if (!isExact && code !== NONE && !code.startsWith("FAULT "))
    found.push(`the code ${code}: ${message}`);
  return found;
}

/** The code of an error that has none: a null where there must be a value. */
const NONE = "none";

function codeOf(error: { readonly extensions?: Reported["extensions"] } | undefined): string {
  const code = error?.extensions?.["code"];
  return code === undefined ? NONE : JSON.stringify(code).slice(1, -1);
}

function byPosition({ result: { data, errors = [] } }: Answer): Map<string, Reported[]> {
  const positions = new Map<string, Reported[]>();
  for (const error of errors) {
    const position = error.path ? positionOf(error.path, data) : "nowhere";
    positions.set(position, [...(positions.get(position) ?? []), error]);
  }
  return positions;
}

function positionOf(path: Path, data: unknown): string {
  let value = data;
  let length = 0;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) break;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
    length++;
  }
  return JSON.stringify(path.slice(0, length));
}
