import {
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isRequiredArgument,
  isUnionType,
} from "graphql";
import { GRAPH } from "../graph/values.ts";
import { literal } from "./literals.ts";
import type { OperationParts } from "./operation.ts";

type Field = GraphQLField<unknown, unknown>;

/** Selections on a type; `depth` is how much deeper they may go. */
export function selectionSet(
  type: GraphQLCompositeType,
  depth: number,
  parts: OperationParts,
): string {
  const width = 1 + parts.tape.below(depth > 2 ? 4 : 3);
  return `{ ${Array.from({ length: width }, () => selection(type, depth, parts)).join(" ")} }`;
}

function selection(type: GraphQLCompositeType, depth: number, parts: OperationParts): string {
  const { tape, fragments } = parts;
  const isAbstract = isAbstractType(type);
  const kind = tape.below(16);
  if (kind < (isUnionType(type) ? 0 : isAbstract ? 9 : 12)) return field(type, depth, parts);
  if (kind === 12 || depth === 0) return `${typename(parts)}${condition(parts)}`;
  const on = overlapping(type)[tape.below(overlapping(type).length)] ?? type;
  if (kind === 13) {
    const known = fragments.filter((one) => overlapping(type).includes(one.on));
    const reused = tape.chance(128) ? known[tape.below(known.length)] : undefined;
    if (reused) return `...${reused.name}${condition(parts)}`;
    const text = selectionSet(on, depth - 1, parts);
    const name = `F${fragments.length}`;
    fragments.push({ name, on, text: `fragment ${name} on ${on.name} ${text}` });
    return `...${name}${condition(parts)}`;
  }
  const target = tape.chance(40) ? undefined : on;
  const directive = condition(parts);
  return `...${target ? ` on ${target.name}` : ""}${directive} ${selectionSet(target ?? type, depth - 1, parts)}`;
}

function field(type: GraphQLCompositeType, depth: number, parts: OperationParts): string {
  const { tape, names, variables } = parts;
  const fields: Field[] = isUnionType(type) ? [] : Object.values(type.getFields());
  const possible = fields.filter((one) => depth > 0 || isLeafType(getNamedType(one.type)));
  const chosen = possible[tape.below(possible.length)];
  if (!chosen) return typename(parts);
  const args = chosen.args
    .filter((arg) => isRequiredArgument(arg) || tape.chance(100))
    .map((arg) => `${arg.name}: ${literal(arg.type, tape, (wanted) => variables.of(wanted))}`);
  const text = names.aliased({
    name: chosen.name,
    args: args.length === 0 ? "" : `(${args.join(", ")})`,
    type: String(chosen.type),
  });
  const inner = getNamedType(chosen.type);
  const deeper = isCompositeType(inner) ? ` ${selectionSet(inner, depth - 1, parts)}` : "";
  return `${text}${condition(parts)}${deeper}`;
}

/** `__typename`, under whatever name. */
export function typename({ names }: OperationParts): string {
  return names.aliased({ name: "__typename", args: "", type: "String!" });
}

/** Now and then a `@skip` or `@include`, or both. */
export function condition({ tape, variables }: OperationParts): string {
  if (!tape.chance(28)) return "";
  const value = (): string =>
    tape.chance(150) ? variables.of(CONDITION) : String(!tape.chance(128));
  const include = tape.chance(128) ? ` @include(if: ${value()})` : "";
  return tape.chance(128) || include === "" ? ` @skip(if: ${value()})${include}` : include;
}

const CONDITION =
  GRAPH.getDirective("skip")?.args[0]?.type ??
  (() => {
    throw new Error("There is no @skip");
  })();

const OVERLAPPING = new Map<string, GraphQLCompositeType[]>();

/** The types that a fragment may be on where a type is expected, that type first. */
function overlapping(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  let types = OVERLAPPING.get(type.name);
  if (!types) {
    const possible = possibleTypes(type);
    const others = Object.values(GRAPH.getTypeMap()).filter(
      (other): other is GraphQLCompositeType =>
        isCompositeType(other) &&
        other !== type &&
        possibleTypes(other).some((one) => possible.includes(one)),
    );
    types = [type, ...others];
    OVERLAPPING.set(type.name, types);
  }
  return types;
}

function possibleTypes(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  return isAbstractType(type) ? GRAPH.getPossibleTypes(type) : [type];
}
