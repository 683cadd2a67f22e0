/** What a hub answered, with the list of error codes. */
export interface Asked {
  readonly status: number;
  // The shape depends on the operation; a test reads what it asked for.
  readonly data: Answer;
  readonly errors: readonly {
    message: string;
    path?: (string | number)[];
    extensions: {
      code: string;
      service?: string;
      retryAfterSeconds?: number;
      faults?: readonly { path: (string | number)[]; code: string; message: string }[];
    };
  }[];
  readonly codes: readonly string[];
}

/**
 * A JSON answer whose members a test reads by name. A missing member is undefined and fails the expectation.
 */
export type Answer = { readonly [name: string]: Answer } & readonly Answer[];

/** One request. */
export interface Question {
  readonly query: string;
  readonly variables?: object;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one operation to a hub over a real socket. */
export async function ask(url: string, question: Question): Promise<Asked> {
  const { query, variables, token, headers } = question;
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await answer.json()) as { data?: Answer; errors?: Asked["errors"] };
  const errors = body.errors ?? [];
  return {
    status: answer.status,
    data: body.data as Answer,
    errors,
    codes: errors.map((error) => error.extensions.code),
  };
}

/** The nodes of a connection in an answer, by the path of names. */
export function nodesOf(data: Answer, ...path: string[]): readonly Record<string, unknown>[] {
  let at: Answer | undefined = data;
  for (const name of [...path, "nodes"]) at = at?.[name];
  if (!Array.isArray(at)) throw new Error(`The answer has no ${path.join(".")}.nodes`);
  return at as readonly Record<string, unknown>[];
}
