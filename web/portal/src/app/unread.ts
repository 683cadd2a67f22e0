import { UnreadNoticesDocument } from "../graph/generated/graphql.ts";
import { keyOf, queryClient, useAsk } from "../graph/query-client.ts";
import { isSomebody, useViewer } from "./viewer.ts";

/** More than this many need not be told apart. */
const MOST_SHOWN = 99;

/** How many notices the viewer has not read; none while that is being found out. */
export function useUnread(): number {
  // Asked after the position from which notices are followed: one that comes in between is counted.
  const isEnabled = isSomebody(useViewer());
  const { data } = useAsk(UnreadNoticesDocument, {}, { isEnabled });
  return data?.notices?.totalCount ?? 0;
}

/** Takes over how many are left, where the hub has just said so. */
export function keepUnread(count: number): void {
  queryClient.setQueryData(keyOf(UnreadNoticesDocument, {}), { notices: { totalCount: count } });
}

/** 3; 99+. */
export const showUnread = (count: number): string =>
  count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
