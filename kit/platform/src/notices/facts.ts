import type { Enumeration } from "../words/enumerations.ts";
import type { Noun } from "../words/nouns.ts";
import type { Words } from "../words/words.ts";
import type { Cause } from "./causes.ts";
import type { CorrectedNoun } from "./told-fields.ts";
import type { TaskKind } from "./task-kinds.ts";

/** Records whose titles the words of notices and tasks name, for those who may see them. */
export type TitledNoun =
  | "Resource"
  | "Need"
  | "Agreement"
  | "CollectionRound"
  | "Activity"
  | "Issue";

/**
 * What a place in the words of a notice or task is filled with, as it is stored: ids, times and numbers. Names and
 * titles are looked up whenever somebody reads it, in the rights of that reader.
 */
export type Fact =
  | { readonly unit: string }
  | { readonly committee: string }
  | { readonly region: string }
  | { readonly record: readonly [noun: TitledNoun, id: string] }
  /** Instants (RFC 3339). */
  | { readonly from: string; readonly to: string }
  | { readonly at: string }
  /** `YYYY-MM-DD`. */
  | { readonly day: string }
  | { readonly number: number }
  | { readonly value: readonly [enumeration: Enumeration, value: string] }
  | { readonly state: readonly [noun: Noun, state: string] }
  /** What a correction changed, in the order in which it is told. */
  | { readonly corrected: readonly CorrectedField[] }
  /** What a task asks for, in the words of its kind. */
  | { readonly task: readonly [kind: TaskKind, facts: Facts] }
  /** What brought it about that the record changed, in the words of the cause. */
  | { readonly because: readonly [cause: Cause, facts: Facts] }
  /**
   * What somebody wrote, such as a reason. Told only to those who may see all the records that are named beside it. What
   * the hub itself said has its English words, too; the previous version of the hub tells the others.
   */
  | { readonly text: string; readonly english?: string };

/** A field that a correction gave another value. */
export interface CorrectedField {
  readonly noun: CorrectedNoun;
  readonly field: string;
  /** Whose it is, where a record has several, such as the attendance of one unit. */
  readonly of?: Fact | null;
  /** Null where there is none. Left out, like `after`, where only the field is named. */
  readonly before?: Fact | null;
  readonly after?: Fact | null;
}

/** By the names of their places. Null: there is none. */
export type Facts = Readonly<Record<string, Fact | null>>;

/** A unit. */
export const unit = (id: string): Fact => ({ unit: id });
/** A committee. */
export const committee = (id: string): Fact => ({ committee: id });
/** A place, by its code. */
export const region = (code: string): Fact => ({ region: code });
/** A record with a title. */
export const record = (noun: TitledNoun, id: string): Fact => ({ record: [noun, id] });
/** A time from one instant to another. */
export const range = (from: Date, to: Date): Fact => ({
  from: from.toISOString(),
  to: to.toISOString(),
});
/** An instant. */
export const at = (instant: Date): Fact => ({ at: instant.toISOString() });
/** A day (`YYYY-MM-DD`), or none. */
export const day = (date: string | null): Fact | null => (date === null ? null : { day: date });
/** A number. */
export const number = (count: number): Fact => ({ number: count });
/** A value of an enumeration, such as the role of a seat. */
export const value = (enumeration: Enumeration, one: string): Fact => ({
  value: [enumeration, one],
});
/** A state of a record. */
export const state = (noun: Noun, one: string): Fact => ({ state: [noun, one] });
/** What a task asks for. */
export const task = (kind: TaskKind, facts: Facts): Fact => ({ task: [kind, facts] });
/** What brought it about. What somebody wrote there as the reason is told as such, too. */
export const because = (cause: Cause, facts: Facts): Fact => ({ because: [cause, facts] });
/** What the hub itself said, such as the rule that something broke. */
export const said = ({ zh, en }: Words): Fact => ({ text: zh, english: en });
/** What somebody wrote, or nothing. */
export const text = (written: string | null | undefined): Fact | null =>
  written == null || written === "" ? null : { text: written };
