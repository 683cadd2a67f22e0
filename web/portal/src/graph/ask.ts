import { IssuerAway } from "@alliance-hub/web-shared/issuer-faults.ts";
import { afterRejection, tokenToSend } from "@alliance-hub/web-shared/renewal.ts";
import { requestOf } from "./request.ts";
import type { TypedDocumentString } from "./generated/graphql.ts";

/** An error as the hub gives it (`docs/errors.md`). */
export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly field?: string;
    /** Everything that is wrong with an input, each at its place. */
    readonly faults?: readonly {
      readonly path: readonly (string | number)[];
      readonly code: string;
      readonly message: string;
    }[];
    /** What must be settled before. */
    readonly open?: readonly OpenRecord[];
    /** Times that can be booked instead of the one that was asked for. */
    readonly nearest?: readonly TimeOffered[];
  };
}

/** A time that can be booked. */
export interface TimeOffered {
  readonly start: string;
  readonly end: string;
}

/** A record that stands in the way of a change. */
export interface OpenRecord {
  readonly noun: string;
  readonly recordId: string | null;
  readonly title: string | null;
}

/** What the hub refused, in words for the reader. */
export class Refused extends Error {
  readonly errors: readonly GraphError[];

  constructor(errors: readonly GraphError[]) {
    super(errors.map(({ message }) => message).join("\n"));
    this.errors = errors;
  }

  get code(): string | undefined {
    return this.errors[0]?.extensions?.code;
  }

  /** What must be settled before. */
  get open(): readonly OpenRecord[] {
    return this.errors.flatMap(({ extensions }) => extensions?.open ?? []);
  }

  /** Times that can be booked instead, nearest ones, in order of time. */
  get nearest(): readonly TimeOffered[] {
    return this.errors.flatMap(({ extensions }) => extensions?.nearest ?? []);
  }

  /** The message for a field of the input, if there is one. */
  of(field: string): string | undefined {
    return this.errors.find(({ extensions }) => extensions?.field === field)?.message;
  }
}

/** The hub could not be reached: the network, or a hub that is just starting again. */
export class Unreachable extends Error {}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly GraphError[];
}

/**
 * Asks the hub. A token that it rejects is renewed, and the hub asked once more.
 *
 * @throws Refused if there is any error; Unreachable.
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const token = await bearer();
  const answer = await send({ document, variables, signal, token });
  if (codeOf(answer) !== "UNAUTHENTICATED" || !(await afterRejection(token).catch(unreachable)))
    return resultOf(answer);
  return resultOf(await send({ document, variables, signal, token: await bearer() }));
}

interface Sent<Result, Variables> {
  readonly document: TypedDocumentString<Result, Variables>;
  readonly variables: Variables;
  readonly signal: AbortSignal | undefined;
  readonly token: string | undefined;
}

async function send<Result, Variables>(sent: Sent<Result, Variables>): Promise<Answer<Result>> {
  const { document, variables, signal, token } = sent;
  let response: Response;
  try {
    response = await fetch("/graphql", {
      ...requestOf(document, variables, token),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Unreachable("连不上联盟枢纽。请检查网络，稍后再试。", { cause });
  }
  return (await response.json().catch(() => ({}))) as Answer<Result>;
}

function resultOf<Result>({ data, errors }: Answer<Result>): Result {
  if (errors) throw new Refused(errors);
  if (!data) throw new Unreachable("联盟枢纽暂时没有回答，请稍后再试。");
  return data;
}

const codeOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions?.code;

const bearer = (): Promise<string | undefined> => tokenToSend().catch(unreachable);

/** An issuer that is away is like a hub that is away: it is tried again. */
function unreachable(error: unknown): never {
  if (error instanceof IssuerAway) throw new Unreachable(error.message, { cause: error });
  throw error;
}
