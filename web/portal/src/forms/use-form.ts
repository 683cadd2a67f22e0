import { useState } from "react";
import { dropDraft, keepDraft, readDraft } from "../kept/draft.ts";
import { type Faults, faultsOf } from "./faults.ts";

/** What a form is made of. */
export interface FormOptions<Values extends object> {
  /** What is typed is kept under this name; the id of a record that is changed belongs in it. */
  readonly name: string;
  readonly initial: Values;
  /** What the hub would reject, found while typing. */
  readonly check?: (values: Values) => Faults;
  /** Rejects if the hub does. What was typed stays then. */
  readonly send: (values: Values) => Promise<unknown>;
}

/** One field of a form: the properties of the component that shows it. */
export interface Field<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur: () => void;
  readonly fault: string | undefined;
}

export interface FormState<Values extends object> {
  readonly values: Values;
  readonly field: <Name extends keyof Values & string>(name: Name) => Field<Values[Name]>;
  /** What is wrong with a field inside a list: `commitments.0.clause`. */
  readonly fault: (path: string) => string | undefined;
  readonly set: (changed: Partial<Values>) => void;
  /** Says that a field inside a list has been left: what is wrong with it is shown from then on. */
  readonly visit: (path: string) => void;
  /** The error of the last attempt, where it is about no field. */
  readonly error: Error | null;
  /** Whether a field is marked. */
  readonly hasFaults: boolean;
  readonly isSending: boolean;
  /** Whether something is in it that was typed before and not sent. */
  readonly isRestored: boolean;
  readonly reset: () => void;
  /** Marks what is wrong so far. @returns whether nothing is, so that it could be sent. */
  readonly isReady: () => boolean;
  readonly submit: () => Promise<void>;
}

/**
 * A form that keeps what was typed until it is sent: whatever the hub answers, over a reload, and while somebody
 * signs in again. `Form` shows it.
 */
export function useForm<Values extends object>(options: FormOptions<Values>): FormState<Values> {
  const { name, initial, check, send } = options;
  const [changed, setChanged] = useState(() => readDraft(name) as Partial<Values>);
  const [isRestored, setRestored] = useState(() => Object.keys(changed).length > 0);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const values = { ...initial, ...changed };
  const typed = check?.(values) ?? {};
  const [answered, setAnswered] = useState<Faults>({});
  const fault = (path: string): string | undefined =>
    (isTried || visited.has(path) ? typed[path] : undefined) ?? answered[path];
  const reset = (): void => {
    dropDraft(name);
    setChanged({});
    setRestored(false);
    setVisited(new Set());
    setTried(false);
    setError(null);
    setAnswered({});
  };
  const set = (more: Partial<Values>): void => {
    // An answer was about what the field held then.
    setAnswered((faults) =>
      Object.fromEntries(Object.entries(faults).filter(([path]) => !(topOf(path) in more))),
    );
    setChanged((before) => {
      const next = { ...before, ...more };
      keepDraft(name, next);
      return next;
    });
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isSending || isAny(typed)) return;
    setSending(true);
    setError(null);
    setAnswered({});
    try {
      await send(values);
      reset();
    } catch (cause) {
      const faults = faultsOf(cause as Error);
      const isShown = Object.keys(faults).every((path) => topOf(path) in initial);
      setAnswered(faults);
      setError(isShown && isAny(faults) ? null : (cause as Error));
    } finally {
      setSending(false);
    }
  };
  const visit = (path: string): void => setVisited((before) => new Set(before).add(path));
  return {
    values,
    field: (of) => ({
      value: values[of],
      onChange: (value) => set({ [of]: value } as unknown as Partial<Values>), // a computed name widens to string
      onBlur: () => visit(of),
      fault: fault(of),
    }),
    fault,
    set,
    visit,
    error,
    hasFaults: isAny(answered) || (isTried && isAny(typed)),
    isSending,
    isRestored,
    reset,
    isReady: () => {
      setTried(true);
      return !isAny(typed);
    },
    submit,
  };
}

const topOf = (path: string): string => path.split(".")[0] ?? path;
const isAny = (faults: Faults): boolean =>
  Object.values(faults).some((words) => words !== undefined);
