/** What a hub answered, with the error codes picked out. */
export interface Asked {
  readonly status: number;
  // The shape depends on the operation; a test reads what it asked for.
  readonly data: Answer;
  readonly errors: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; service?: string; retryAfterSeconds?: number };
  }[];
  readonly codes: readonly string[];
}

/** A JSON answer that a test walks into by name; a missing step is undefined and fails its expectation. */
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

/** The nodes of a connection in an answer, by the names that lead to it. */
export function nodesOf(data: Answer, ...path: string[]): readonly Record<string, unknown>[] {
  let at: Answer | undefined = data;
  for (const name of [...path, "nodes"]) at = at?.[name];
  if (!Array.isArray(at)) throw new Error(`The answer has no ${path.join(".")}.nodes`);
  return at as readonly Record<string, unknown>[];
}
