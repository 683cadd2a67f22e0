import { currentToken, endSession } from "@alliance-hub/web-shared/session.ts";
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
  };
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
 * Asks the hub.
 *
 * @throws Refused if there is any error; Unreachable.
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const token = currentToken();
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: document.toString(), variables }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Unreachable("连不上联盟枢纽。请检查网络，稍后再试。", { cause });
  }
  const answer = (await response.json().catch(() => ({}))) as Answer<Result>;
  if (answer.errors) {
    const refused = new Refused(answer.errors);
    if (refused.code === "UNAUTHENTICATED") endSession("expired");
    throw refused;
  }
  if (!answer.data) throw new Unreachable("联盟枢纽暂时没有回答，请稍后再试。");
  return answer.data;
}
