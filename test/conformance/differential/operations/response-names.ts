import type { Tape } from "./tape.ts";

/** Names that are taken elsewhere: by keys, by what `@requires` names, by JavaScript, by the engine. */
const AWKWARD = [
  "id",
  "__proto__",
  "constructor",
  "reel",
  "price",
  "shelf",
  "floor",
  "toString",
  "name",
  "_entities",
  "representations",
  "_alias_0",
  "hasOwnProperty",
  "title",
  "code",
];

/**
 * Response names of one operation. Equal fields with equal arguments may share a name, all others
 * get different ones, so that any selections can be merged (GraphQL, section 5.3.2).
 */
export class ResponseNames {
  readonly #tape: Tape;
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /**
   * The field with its alias, if it has one.
   *
   * @param field with the text of its arguments and its type.
   */
  aliased(field: { readonly name: string; readonly args: string; readonly type: string }): string {
    const { name, args, type } = field;
    const variant = this.#tape.chance(40) ? 1 + this.#tape.below(2) : 0;
    const key = `${variant} ${name} ${args} ${type}`;
    let response = this.#names.get(key);
    if (response === undefined) {
      response = this.#choose(name, variant);
      this.#names.set(key, response);
      this.#taken.add(response);
    }
    return `${response === name ? "" : `${response}: `}${name}${args}`;
  }

  #choose(name: string, variant: number): string {
    const wanted = variant === 0 ? name : (AWKWARD[this.#tape.below(AWKWARD.length)] ?? name);
    return this.#taken.has(wanted) ? `a${this.#names.size}` : wanted;
  }
}
