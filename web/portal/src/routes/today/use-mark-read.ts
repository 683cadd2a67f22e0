import { useMutation } from "@tanstack/react-query";
import { keepUnread } from "../../app/unread.ts";
import { ask } from "../../graph/ask.ts";
import { PortalMarkNoticesReadDocument } from "../../graph/generated/graphql.ts";
import { mentions } from "../../graph/mentions.ts";
import { queryClient } from "../../graph/query-client.ts";

/** Which notices are to be marked: some by their ids, or all. */
export type ToMark = { readonly ids: readonly string[] } | { readonly all: true };

/** Marks notices as read. Nothing but notices is asked anew: nothing else has changed, and it can be repeated. */
export function useMarkRead() {
  return useMutation<unknown, Error, ToMark>({
    mutationFn: async (toMark) => {
      const input = "all" in toMark ? toMark : { ids: [...toMark.ids] };
      const { markNoticesRead } = await ask(PortalMarkNoticesReadDocument, { input });
      if (markNoticesRead) keepUnread(markNoticesRead.unread);
    },
    onSettled: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey: [text] }) => mentions(text, "Notice"),
      }),
  });
}
