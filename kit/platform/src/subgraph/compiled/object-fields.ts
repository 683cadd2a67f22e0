import { setOwn } from "../../json/set-own.ts";
import { type Call, type Path, isPromise } from "./call.ts";

/** Data of an object in the answer, by the keys of its fields. */
export type Data = Record<string, unknown>;

/** A field as it is executed, of whichever object has it. */
export interface ExecutableField {
  /** Its key in the answer. */
  readonly key: string;
  /** @returns its value in the answer, or a promise of it. */
  readonly execute: (call: Call, source: unknown, parent: Path | undefined) => unknown;
}

/** The fields that are selected of objects of one type. */
export class ObjectFields {
  readonly #fields: readonly ExecutableField[];

  constructor(fields: readonly ExecutableField[]) {
    this.#fields = fields;
  }

  /** Executes all of them at once (GraphQL, section 6.3). */
  execute(call: Call, source: unknown, path: Path | undefined): Data | Promise<Data> {
    const data: Data = {};
    let pending: string[] | undefined;
    try {
      for (const { key, execute } of this.#fields) {
        const value = execute(call, source, path);
        setOwn(data, key, value);
        if (isPromise(value)) (pending ??= []).push(key);
      }
    } catch (error) {
      if (!pending) throw error;
      // What the others promised is waited for: nobody else would handle its errors.
      return settle(data, pending).finally(() => {
        throw error;
      });
    }
    return pending ? settle(data, pending) : data;
  }

  /** Executes one after the other, as mutations are. */
  executeSerially(call: Call, source: unknown): Data | Promise<Data> {
    let data: Data | Promise<Data> = {};
    for (const { key, execute } of this.#fields) {
      const next = (done: Data): Data | Promise<Data> => {
        const value = execute(call, source, undefined);
        if (isPromise(value)) return value.then((resolved) => withField(done, key, resolved));
        return withField(done, key, value);
      };
      data = isPromise(data) ? data.then(next) : next(data);
    }
    return data;
  }
}

function withField(data: Data, key: string, value: unknown): Data {
  setOwn(data, key, value);
  return data;
}

/** Puts what was promised into its place. */
async function settle(data: Data, pending: readonly string[]): Promise<Data> {
  const values = await Promise.all(pending.map((key) => data[key]));
  for (const [index, key] of pending.entries()) setOwn(data, key, values[index]);
  return data;
}
