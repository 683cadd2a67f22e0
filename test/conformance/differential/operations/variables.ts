import { type GraphQLInputType, isNonNullType } from "graphql";
import { variableValue } from "./input-values.ts";
import { literal } from "./literals.ts";
import type { Tape } from "./tape.ts";

/** The variables of one operation: made where they are first used, used again where they fit. */
export class Variables {
  readonly values: Record<string, unknown> = {};
  readonly #tape: Tape;
  readonly #byType = new Map<string, string[]>();
  readonly #definitions: string[] = [];

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** A variable of exactly this type, as `$name`. */
  of(type: GraphQLInputType): string {
    const known = this.#byType.get(String(type)) ?? [];
    const reused = this.#tape.chance(80) ? known[this.#tape.below(known.length)] : undefined;
    return reused ?? this.#define(type, known);
  }

  /** The operation's variable definitions. */
  definitions(): string {
    return this.#definitions.length === 0 ? "" : `(${this.#definitions.join(", ")})`;
  }

  #define(type: GraphQLInputType, known: string[]): string {
    const name = `v${this.#definitions.length}`;
    const fallback = this.#tape.chance(80) ? ` = ${literal(type, this.#tape)}` : "";
    this.#definitions.push(`$${name}: ${String(type)}${fallback}`);
    this.#byType.set(String(type), [...known, `$${name}`]);
    const maySayNothing = fallback !== "" || !isNonNullType(type);
    if (!maySayNothing || !this.#tape.chance(80))
      this.values[name] = variableValue(type, this.#tape);
    return `$${name}`;
  }
}
