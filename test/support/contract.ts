import { readFileSync } from "node:fs";
import { Kind, parse } from "graphql";

const TEXT = readFileSync(
  new URL("../../../schema/client-operations.graphql", import.meta.url),
  "utf8",
);

/** The operations of the client contract, word for word, by name. */
export const CONTRACT: ReadonlyMap<string, string> = new Map(
  parse(TEXT).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name && definition.loc
      ? [[definition.name.value, TEXT.slice(definition.loc.start, definition.loc.end)] as const]
      : [],
  ),
);

/** One operation of the client contract. */
export function operation(name: string): string {
  const text = CONTRACT.get(name);
  if (text === undefined) throw new Error(`The client contract has no operation ${name}`);
  return text;
}
