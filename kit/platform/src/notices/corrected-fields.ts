import type { EntityManager } from "@mikro-orm/core";
import { type ValueChange, valueChangesSoFar } from "../field-changes/field-changes.ts";
import {
  type CorrectedField,
  type Fact,
  day,
  number,
  range,
  record,
  state,
  text,
  unit,
  value,
} from "./facts.ts";
import { type CorrectedNoun, TOLD_FIELDS, type Telling, type ToldField } from "./told-fields.ts";

/**
 * What a unit of work has changed so far of a record, as those whom it concerns are told. It says what differs from what
 * was read, whoever changed it, so no mutation has to list its fields.
 */
export function correctedFields(
  { em }: { readonly em: EntityManager },
  noun: CorrectedNoun,
  entity: object,
): readonly CorrectedField[] {
  const changes = new Map(valueChangesSoFar(em, entity).map((change) => [change.field, change]));
  const told: Readonly<Record<string, ToldField>> = TOLD_FIELDS[noun];
  return Object.entries(told).flatMap(([field, { as }]): CorrectedField[] => {
    if (typeof as === "object" && "range" in as)
      return rangeOf({ noun, field }, as, changes, entity);
    const change = changes.get(field);
    if (!change) return [];
    const { before, after, keptOut } = change;
    if (as === "NAME_ONLY" || keptOut !== undefined) return [{ noun, field }];
    return [{ noun, field, before: factOf(before, as, noun), after: factOf(after, as, noun) }];
  });
}

/** What was corrected, as a place of a notice is filled with it; null if nothing was that is told. */
export function corrected(fields: readonly CorrectedField[]): Fact | null {
  return fields.length === 0 ? null : { corrected: fields };
}

function rangeOf(
  of: Pick<CorrectedField, "noun" | "field">,
  { range: [start, end] }: { readonly range: readonly [string, string] },
  ...[changes, entity]: [ReadonlyMap<string, ValueChange>, object]
): CorrectedField[] {
  if (!changes.has(start) && !changes.has(end)) return [];
  const now = (field: string): Date => new Date(Reflect.get(entity, field) as Date);
  const before = (field: string): Date => {
    const change = changes.get(field);
    return change ? new Date(change.before as Date) : now(field);
  };
  return [{ ...of, before: range(before(start), before(end)), after: range(now(start), now(end)) }];
}

function factOf(
  of: unknown,
  as: Exclude<Telling, { readonly range: unknown }>,
  noun: CorrectedNoun,
): Fact | null {
  if (of === null || of === undefined) return null;
  if (as === "NUMBER") return number(Number(of));
  const written = String(of as string);
  if (typeof as === "object")
    return "value" in as ? value(as.value, written) : record(as.record, written);
  if (as === "DAY") return day(written);
  if (as === "UNIT") return unit(written);
  if (as === "STATE") return state(noun, written);
  return text(written);
}
