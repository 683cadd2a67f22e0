import type { RegionPath } from "@alliance-hub/sharing/place";
import type { Noun } from "../words/nouns.ts";
import type { Words } from "../words/words.ts";
import type { Fact } from "./facts.ts";
import type { PlacesOf } from "./template.ts";

/**
 * Who is told: a unit, a committee (whoever runs it), a person by their sign-in, or the operators of a place: those who
 * are appointed for one of the codes of its path.
 */
export type Addressee =
  | { readonly organizationId: string }
  | { readonly committeeId: string }
  | { readonly subject: string }
  | { readonly operatorsOf: RegionPath };

/** The words of one type of notices, with places such as `{resource}`; parts in `[]` are left out where empty. */
export interface NoticeKind extends Words {
  /** Who is told, for docs/notices.md. */
  readonly to: Words;
}

/** A notice to leave with somebody. */
export interface Notice {
  readonly noun: Noun;
  readonly type: string;
  readonly recordId: string;
  readonly to: Addressee;
  readonly facts: Readonly<Record<string, Fact | null>>;
}

/** The places that must be filled in the words of a kind. */
type FactsOf<Kind extends NoticeKind> = Readonly<
  Record<PlacesOf<Kind["zh"]> | PlacesOf<Kind["en"]>, Fact | null>
>;

/** The notices of one noun. */
export interface NoticeKinds<Kinds extends Readonly<Record<string, NoticeKind>>> {
  readonly noun: Noun;
  readonly kinds: Kinds;
  /** Of one type, for each of some addressees. */
  readonly tell: <Type extends keyof Kinds & string>(
    type: Type,
    recordId: string,
    to: Addressee | readonly Addressee[],
    facts: FactsOf<Kinds[Type]>,
  ) => readonly Notice[];
}

/** Declares what is told of the records of a noun. */
export function noticeKinds<const Kinds extends Readonly<Record<string, NoticeKind>>>(
  noun: Noun,
  kinds: Kinds,
): NoticeKinds<Kinds> {
  return {
    noun,
    kinds,
    tell: (type, recordId, to, facts) =>
      [to].flat().map((one: Addressee) => ({ noun, type, recordId, to: one, facts })),
  };
}
