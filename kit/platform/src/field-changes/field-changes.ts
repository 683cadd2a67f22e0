import { isDeepStrictEqual } from "node:util";
import {
  type EntityManager,
  type EntityProperty,
  type EventSubscriber,
  JsonType,
  helper,
} from "@mikro-orm/core";
import { type KeptOut, whyKeptOut } from "./kept-out.ts";
import { type Json, boundedPair } from "./bounded.ts";
import { markInstant } from "./instants.ts";

/** A field of a record that a change gave another value, as the audit log keeps it. */
export interface FieldChange {
  readonly field: string;
  /** Left out, like `after`, if the property is kept out of the audit log. */
  readonly before?: Json;
  readonly after?: Json;
}

/** A record that a unit of work has written, and what its changed fields were when it was read. */
interface WrittenRecord {
  readonly entity: object;
  readonly noun: string;
  readonly id: string;
  readonly before: Map<string, unknown>;
}

type UnitOfWork = Parameters<NonNullable<EventSubscriber["onFlush"]>>[0]["uow"];
type WrittenChange = ReturnType<UnitOfWork["getChangeSets"]>[number];

const written = new WeakMap<object, Map<object, WrittenRecord>>();

/**
 * Notes which fields a unit of work writes, from the differences that MikroORM has computed for its statements.
 * So what the audit log says is what was written, whoever changed the record, and costs no statement.
 */
export const fieldChangeNotes: EventSubscriber = {
  onFlush({ em, uow }) {
    for (const change of uow.getChangeSets()) {
      if (change.originalEntity) note(em, change);
    }
  },
};

function note(em: EntityManager, change: WrittenChange): void {
  const { entity, meta, payload, originalEntity = {} } = change;
  const records = written.get(em) ?? new Map<object, WrittenRecord>();
  written.set(em, records);
  const record = records.get(entity) ?? {
    entity,
    noun: meta.className,
    id: String(change.getPrimaryKey()),
    before: new Map<string, unknown>(),
  };
  records.set(entity, record);
  for (const field of Object.keys(payload)) {
    // A unit of work may be flushed several times. What counts is the value from before the first.
    if (!record.before.has(field)) record.before.set(field, Reflect.get(originalEntity, field));
  }
}

/**
 * What a unit of work has changed of one record, in the order of its properties. A record that was made in it
 * has no changes: its first values are in the record, or in the entry that changed them later.
 *
 * @param em a unit of work that was flushed.
 */
export function fieldChangesOf(
  em: EntityManager,
  { noun, recordId }: { readonly noun: string; readonly recordId: string },
): FieldChange[] {
  const records = [...(written.get(em)?.values() ?? [])];
  const record = records.find((one) => one.noun === noun && one.id === recordId);
  if (!record) return [];
  return valueChangesOf(em, record).map(({ field, before, after, keptOut }): FieldChange => {
    if (keptOut !== undefined) return { field };
    const [old, now] = boundedPair(markInstant(before) as Json, markInstant(after) as Json);
    return { field, before: old, after: now };
  });
}

/** A field that has another value than before. */
export interface ValueChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Why its values are told to nobody, if they are not. */
  readonly keptOut: KeptOut | undefined;
}

/**
 * What a unit of work has changed so far of a record that it read, written or not, in the order of its properties: for
 * those who are told of a change in the transaction that makes it.
 */
export function valueChangesSoFar(em: EntityManager, entity: object): ValueChange[] {
  const before = new Map<string, unknown>(
    Object.entries(helper(entity).__originalEntityData ?? {}),
  );
  for (const [field, value] of written.get(em)?.get(entity)?.before ?? []) before.set(field, value);
  return valueChangesOf(em, { entity, before });
}

function valueChangesOf(
  em: EntityManager,
  { entity, before: known }: Pick<WrittenRecord, "entity" | "before">,
): ValueChange[] {
  const { props } = em.getMetadata().get(entity.constructor as never);
  return props.flatMap((property): ValueChange[] => {
    const { name: field } = property;
    const why = whyKeptOut(property);
    if (!known.has(field) || why === "BOOKKEEPING") return [];
    const before = valueOf(property, known.get(field) ?? null, em);
    const after = plain(Reflect.get(entity, field) ?? null);
    return isDeepStrictEqual(before, after) ? [] : [{ field, before, after, keptOut: why }];
  });
}

/** An object as JSON reads it, whatever class it has. Otherwise the value itself. */
function plain(value: unknown): unknown {
  const isObject = typeof value === "object" && value !== null && !(value instanceof Date);
  return isObject ? (JSON.parse(JSON.stringify(value)) as unknown) : value;
}

/** The value of a property, from the form in which MikroORM compares it. */
function valueOf({ customType }: EntityProperty, compared: unknown, em: EntityManager): unknown {
  if (compared === null || !customType) return compared;
  // It compares JSON as text, and takes it for what the driver has read already.
  if (customType instanceof JsonType) return JSON.parse(compared as string);
  return customType.convertToJSValue(compared, em.getPlatform());
}
