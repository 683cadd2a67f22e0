import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { Unreachable, ask } from "./ask.ts";
import type { TypedDocumentString } from "./generated/graphql.ts";
import { queryClient } from "./query-client.ts";

/** The input of a mutation, without what `useChange` adds. */
export type InputOf<Variables> = Variables extends { input: infer Input }
  ? Omit<Input, "idempotencyKey">
  : never;

/**
 * A change of the hub's records, for a button or a form. Afterwards everything that is shown is asked for anew.
 * If the hub could not be reached, the same change sent again is done once: its idempotency key stays.
 *
 * @param leave is called before that, once the change is done: it leaves a page whose record is gone, or says what came
 * of it before what is shown around it changes.
 */
export function useChange<Result, Variables extends { input: object }>(
  document: TypedDocumentString<Result, Variables>,
  leave?: (result: Result, input: InputOf<Variables>) => Promise<void>,
) {
  const key = useRef<string>(undefined);
  return useMutation<Result, Error, InputOf<Variables>>({
    mutationFn: (input) => {
      key.current ??= crypto.randomUUID();
      const variables = { input: { ...input, idempotencyKey: key.current } };
      return ask(document, variables as unknown as Variables); // the variables of the mutation are its input
    },
    onSettled: async (result, error, input) => {
      if (!(error instanceof Unreachable)) key.current = undefined;
      if (!error && result !== undefined) await leave?.(result, input);
      await queryClient.invalidateQueries();
    },
  });
}
