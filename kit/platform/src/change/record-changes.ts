import { type EntityClass, LockMode } from "@mikro-orm/core";
import { InputChecks } from "../errors/faults.ts";
import { forbidden, illegalTransition, notFound } from "../errors/hub-error.ts";
import { type StateMachine, requireTransition } from "../errors/transition.ts";
import { isId } from "../keys/loader.ts";
import type { BaseContext, Work } from "../subgraph/context.ts";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { leaveNotices } from "../notices/leave-notices.ts";
import { REASON } from "../limits/text-limit.ts";
import { type ChangeResult, change, requireVersion } from "./change.ts";
import type {
  Apply,
  ChangeRules,
  Creation,
  Mutation,
  Note,
  RecordChanges,
  Step,
  StoredRecord,
  TablesIn,
  WorkOf,
} from "./change-rules.ts";

/** Makes the changes of a noun's records from its rules. Called once, at module level. */
export function recordChanges<
  Context extends Pick<BaseContext, "viewer" | "newId">,
  Stored extends StoredRecord & Row,
  Row extends object,
  Rule,
  Action extends string,
>(
  rules: ChangeRules<Context, Stored, Row, Rule, Action>,
): RecordChanges<Context, Stored, Row, Rule, Action> {
  const { noun, entity, only, steps, search = () => ({}) } = rules;
  // Unless a rule says otherwise, the policy looks at the record itself.
  const judged = rules.judged ?? ((record: Stored) => record as unknown as Rule); // Rule is Stored where no rule is given
  const stateOf = rules.stateOf ?? ((record: Stored) => String(Reflect.get(record, "state")));

  const require = (viewer: Viewer, action: Action, of: Rule): void => {
    if (!rules.can(viewer, action, of)) throw forbidden(viewer, only(of, action, viewer));
  };
  const noted = async (
    record: Stored,
    { action, actingFor, details }: Pick<Creation, "action" | "actingFor" | "details">,
    ...[context, work]: [Context, WorkOf<Context>]
  ): Promise<ChangeResult<Row>> => {
    const note = rules.note ? await rules.note(record, context, work) : placeOf(record);
    const organizationId = actingFor === undefined ? (note.organizationId ?? null) : actingFor;
    const all = { ...note.details, ...details };
    const audit = { noun, recordId: record.id, ...note, organizationId, details: all };
    const told = await rules.notices?.(record, { action, details: all }, work);
    if (told) await leaveNotices(context, work, told);
    return { record, audit };
  };
  const lock: RecordChanges<Context, Stored, Row, Rule, Action>["lock"] = async (
    { viewer },
    work,
    id,
    field = "id",
  ) => {
    const record = await lockById(work, entity, id);
    if (!record) throw notFound(noun, id, field);
    const of = await judged(record, work);
    if (rules.mayRead && !rules.mayRead(viewer, of)) throw notFound(noun, id, field);
    return { record, of };
  };
  const run = <Result extends object = Row>(
    context: Context,
    mutation: Mutation<object & { idempotencyKey?: string | null }>,
    work: (work: WorkOf<Context>) => Promise<ChangeResult<Result>>,
    reload: (id: string) => Promise<Result | null>,
  ): Promise<Result> => {
    // It is one: what is asked of the type above is little, so that it is quickly compared.
    const whole = context as unknown as BaseContext<TablesIn<Context>>; // for the reason above
    return change(whole, { ...mutation, reload }, work);
  };

  const reload = (context: Context) => (id: string) => rules.reload(context, id);
  /** The record that a step is for, locked, once it is clear that the viewer may take the step. */
  const permitted = async (
    context: Context,
    step: Pick<Step<Context, Action>, "may" | "input" | "field" | "lockFirst">,
    work: WorkOf<Context>,
  ): Promise<Stored> => {
    const { may, input, field, lockFirst } = step;
    await lockFirst?.(work, input.id);
    const { record, of } = await lock(context, work, input.id, field);
    require(context.viewer, may, of);
    requireVersion(record, input.version);
    return record;
  };

  const changed: RecordChanges<Context, Stored, Row, Rule, Action>["change"] = <Given>(
    ...[context, step, apply]: [
      Context,
      Step<Context, Action, Given>,
      Apply<Stored, Context, Given>,
    ]
  ) =>
    run(
      context,
      step,
      async (work) => {
        const { to } = step;
        const checks = new InputChecks();
        const locked = await checks.of(async () => {
          const record = await permitted(context, step, work);
          if (steps && to !== undefined) {
            const state = stateOf(record, work.now);
            requireTransition(steps, { id: record.id, state }, { noun, to });
          }
          return record;
        });
        // A step without it has nothing given: `Given` is `undefined` then.
        const given = await checks.of(() => step.given?.() as Promise<Given> | Given);
        const applied = await checks.of(async () => {
          const found = JSON.stringify(search(locked()));
          return { found, details: await apply(locked(), work, given) };
        });
        checks.end();
        const record = locked();
        const { found, details } = applied();
        const keys = search(record);
        if (JSON.stringify(keys) !== found) Object.assign(record, keys);
        if (to !== undefined && "state" in record) Object.assign(record, { state: to });
        record.updatedAt = work.now;
        return noted(record, { ...step, details: details ?? {} }, context, work);
      },
      reload(context),
    );

  return {
    require,
    lock,
    create: (context, mutation, make) =>
      run(
        context,
        mutation,
        async (work) => {
          const { now } = work;
          const stamp = { id: context.newId(), createdAt: now, updatedAt: now };
          const record = await make(work, (values) => {
            const created = createdIn(work, entity, { ...stamp, ...values });
            return Object.assign(created, search(created));
          });
          return noted(record, mutation, context, work);
        },
        reload(context),
      ),
    change: changed,
    withdraw: async (context, step, apply) => {
      const given = (): string => REASON.check("reason", step.input.reason);
      return await changed(context, { ...step, given, to: "WITHDRAWN" }, (record, work, reason) => {
        Object.assign(record, { withdrawnAt: work.now, withdrawReason: reason() });
        return apply?.(record, work);
      });
    },
    discard: (context, step, clear) =>
      run(
        context,
        step,
        async (work) => {
          const record = await permitted(context, step, work);
          const { id } = record;
          const state = stateOf(record, work.now);
          if (state !== "DRAFT") {
            const wanted = { zh: "删除，只有草稿可以删除", en: "a discarded draft" };
            const allowed = steps?.[state] ?? [];
            throw illegalTransition({ noun, id, state, wanted, allowed });
          }
          await clear?.(record, work);
          const { audit } = await noted(record, step, context, work);
          work.em.remove(record);
          return { record: { id }, audit };
        },
        // It is gone: the answer to the same key says no more than the first one.
        (id) => Promise.resolve({ id }),
      ),
  };
}

/** A locked record; null if there is none. */
async function lockById<DB, Stored extends StoredRecord>(
  { em }: Work<DB>,
  entity: EntityClass<Stored>,
  id: string,
): Promise<Stored | null> {
  if (!isId(id)) return null;
  const found: unknown = await em.findOne(entity as EntityClass<StoredRecord>, id, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  });
  return found as Stored | null;
}

/** A new record; null for each column that may be null and was left out. */
function createdIn<DB, Stored>(
  { em }: Work<DB>,
  entity: EntityClass<Stored>,
  values: object,
): Stored {
  const { props } = em.getMetadata().get(entity as EntityClass<object>);
  const nulls = props.flatMap(({ name, nullable }) => (nullable ? [[name, null]] : []));
  const all: unknown = { ...Object.fromEntries(nulls), ...values };
  return em.create(entity as EntityClass<object>, all as object) as Stored;
}

function placeOf(record: StoredRecord): Note {
  const { organizationId, regionPath } = record as StoredRecord & Partial<Note>;
  if (!regionPath) throw new Error("A record without a place needs a rule that notes one");
  return { organizationId: organizationId ?? null, regionPath };
}

/** The states of a record that runs until its date of ending, and then is over. */
export const LASTING: StateMachine<"LASTING" | "ENDED"> = { LASTING: ["ENDED"], ENDED: [] };
