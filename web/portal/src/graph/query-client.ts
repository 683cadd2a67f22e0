import { QueryClient, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { isOther, watchSession } from "@alliance-hub/web-shared/session.ts";
import { Refused, ask } from "./ask.ts";
import type { TypedDocumentString } from "./generated/graphql.ts";

/** What pages have asked for. Shown at once when a page is looked at again, and asked again then. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // An error that the hub answers with stays one; a hub that could not be reached is tried again.
      retry: (failures, error) => !(error instanceof Refused) && failures < 3,
    },
  },
});

// Whoever signs in or out may see other things: nothing is kept.
watchSession((now, before) => {
  if (isOther(now, before)) void queryClient.resetQueries();
});

/** Answers are known by the operation's text and its variables. */
export const keyOf = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): readonly [string, Variables] => [document.toString(), variables];

/** Asks while a component is shown. */
export function useAsk<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  options: { readonly isEnabled?: boolean; readonly keepsPrevious?: boolean } = {},
): UseQueryResult<Result> {
  return useQuery<Result>({
    queryKey: keyOf(document, variables),
    queryFn: ({ signal }) => ask(document, variables, signal),
    enabled: options.isEnabled ?? true,
    ...(options.keepsPrevious
      ? { placeholderData: (previous: Result | undefined) => previous as never }
      : {}),
  });
}
