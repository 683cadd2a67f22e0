import type { EntityClass, RequiredEntityData } from "@mikro-orm/core";
import type { ConstraintFaults } from "../errors/database-fault.ts";
import type { Checked } from "../errors/faults.ts";
import type { StateMachine } from "../errors/transition.ts";
import type { BaseContext, Work } from "../subgraph/context.ts";
import type { Noun } from "../words/nouns.ts";
import type { Words } from "../words/words.ts";
import type { Notice } from "../notices/notice-kind.ts";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { AuditNote } from "./audit.ts";
import type { RecordInput } from "./mutation.input.ts";

/** What every record has that is changed while it is locked. */
export interface StoredRecord {
  readonly id: string;
  readonly version: number;
  updatedAt: Date;
}

/** The tables of a context. */
export type TablesIn<Context> = Context extends BaseContext<infer Tables> ? Tables : never;
/** A transaction of a context. */
export type WorkOf<Context> = Work<TablesIn<Context>>;
type Promised<T> = Promise<T> | T;
/** What the audit log says about a change, in addition to the record itself. */
export type Note = Omit<AuditNote, "noun" | "recordId">;
type Details = NonNullable<AuditNote["details"]>;

/** How the records of one noun are changed: one set of rules for all of its mutations. */
export interface ChangeRules<Context, Stored, Row, Rule, Action> {
  /** Its type in the graph; messages and the audit log use this name. */
  readonly noun: Noun;
  readonly entity: EntityClass<Stored>;
  /** Reads a record again, as the viewer may see it. */
  readonly reload: (context: Context, id: string) => Promise<Row | null>;
  /** The part of a record that the policy looks at. Default: the record itself. */
  readonly judged?: (record: Stored, work: WorkOf<Context>) => Promised<Rule>;
  /** Whether the viewer may see that the record exists. Default: everybody may. */
  readonly mayRead?: (viewer: Viewer, of: Rule) => boolean;
  readonly can: (viewer: Viewer, action: Action, of: Rule) => boolean;
  /** Who may do this, as a sentence for those who may not. */
  readonly only: (of: Rule, action: Action, viewer: Viewer) => Words;
  /** The states that a record goes through. Left out: none. */
  readonly steps?: StateMachine<string>;
  /** The state of a record now. Default: its `state`. */
  readonly stateOf?: (record: Stored, now: Date) => string;
  /** The columns by which search finds a record. They are computed again whenever its texts change. Default: none. */
  readonly search?: (record: Stored) => Partial<Stored>;
  /** For which unit and where. Default: the record's `organizationId` and `regionPath`. */
  readonly note?: (record: Stored, context: Context, work: WorkOf<Context>) => Promised<Note>;
  /** Whom a change concerns, and what they are told, in its transaction. Default: nobody. */
  readonly notices?: (
    record: Stored,
    made: MadeChange,
    work: WorkOf<Context>,
  ) => Promised<readonly Notice[]>;
}

/** A change of a record, once it is made. */
export interface MadeChange {
  /** The mutation's name. */
  readonly action: string;
  /** What the audit log says of it besides the record. */
  readonly details: Details;
}

/** A mutation: its name, and what came with it. */
export interface Mutation<Input> {
  readonly action: string;
  readonly input: Input;
  /** What a violated constraint means to the caller. */
  readonly constraints?: ConstraintFaults;
  /** For which unit, as the audit log has it. Default: as the noun's rules say. */
  readonly actingFor?: string | null;
}

/** A mutation that changes one record. */
export interface Step<Context, Action, Given = undefined> extends Mutation<
  RecordInput & { readonly id: string }
> {
  /** Which action of the policy it needs. */
  readonly may: Action;
  /** The place of the record's id in the input. Default: `id`. */
  readonly field?: string;
  /** The state it leads to. If left out, it can change a record in any state, and the state stays. */
  readonly to?: string;
  /**
   * Checks what of the input can be checked without the record. What is wrong with it is told together with what
   * the record shows to be wrong. Left out: nothing.
   */
  readonly given?: () => Promised<Given>;
  /** Locks what must be locked before the record, so that all transactions lock in the same order. */
  readonly lockFirst?: (work: WorkOf<Context>, id: string) => Promise<unknown>;
}

/** Makes a change of a locked record; `given` is what the step's `given` has checked. */
export type Apply<Stored, Context, Given> = (
  record: Stored,
  work: WorkOf<Context>,
  given: Checked<Given>,
) => Promised<Details | void>;

/** A mutation that makes a record. */
export interface Creation extends Mutation<object & { idempotencyKey?: string | null }> {
  /** What else the audit log says. */
  readonly details?: Details;
}

/** What a new record is made of, besides its times and what it is found by; id and nulls may be left out. */
export type NewRecord<Stored> = {
  [
    Name in keyof RequiredEntityData<Stored> as Name extends
      | "createdAt"
      | "updatedAt"
      | `search${string}`
      ? never
      : Name
  ]: RequiredEntityData<Stored>[Name];
};

/** The changes of one noun's records. */
export interface RecordChanges<Context, Stored, Row, Rule, Action> {
  /** @throws HubError `FORBIDDEN`, or `UNAUTHENTICATED` if nobody is signed in. */
  readonly require: (viewer: Viewer, action: Action, of: Rule) => void;
  /** Makes a record, with `create`. The caller checks who may do this before, with `require`. */
  readonly create: (
    context: Context,
    mutation: Creation,
    make: (
      work: WorkOf<Context>,
      create: (values: NewRecord<Stored>) => Stored,
    ) => Promised<Stored>,
  ) => Promise<Row>;
  /**
   * The record, locked until the transaction ends. `field` is the place of its id in the input. Default: `id`.
   *
   * @throws HubError `NOT_FOUND` if there is no such record that the viewer may see.
   */
  readonly lock: (
    context: Context,
    work: WorkOf<Context>,
    id: string,
    field?: string,
  ) => Promise<{ record: Stored; of: Rule }>;
  /**
   * Changes a record. First it locks the record. Then it checks whether the viewer may see the record, whether
   * the viewer may change it, the version, the step and the input. Then it makes the change. The audit entry is
   * part of the transaction; `apply` may return details for it. `apply` makes its own checks before it uses
   * `given`.
   *
   * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION`, and what `given` and `apply` throw:
   * all faults of the input at once.
   */
  readonly change: <Given = undefined>(
    context: Context,
    step: Step<Context, Action, Given>,
    apply: Apply<Stored, Context, Given>,
  ) => Promise<Row>;
  /** {@link change} to `WITHDRAWN`, for the reason of the input; `withdrawnAt` and `withdrawReason` keep it. */
  readonly withdraw: (
    context: Context,
    step: Omit<Step<Context, Action>, "to" | "given"> & {
      readonly input: { readonly reason: string };
    },
    apply?: (record: Stored, work: WorkOf<Context>) => Promised<Details | void>,
  ) => Promise<Row>;
  /**
   * Deletes a draft, which binds nobody; the audit log keeps that it was there. `clear` deletes what belongs to it.
   *
   * @throws HubError as {@link change}; `ILLEGAL_TRANSITION` for anything but a draft.
   */
  readonly discard: (
    context: Context,
    step: Omit<Step<Context, Action>, "to">,
    clear?: (record: Stored, work: WorkOf<Context>) => Promised<void>,
  ) => Promise<{ readonly id: string }>;
}
