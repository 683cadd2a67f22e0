import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { ask } from "./ask.ts";
import type { TypedDocumentString } from "./generated/graphql.ts";

/** A connection as documents select it: the hub gives `null` where a part of the answer is missing. */
interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** A list that is read page by page. `Paged` shows it. */
export interface Pages<Node> {
  /** What has come so far; undefined before the first page. */
  readonly nodes: readonly Node[] | undefined;
  /** How many there are in all, where the document asks for it. */
  readonly total: number | undefined;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isReading: boolean;
  /** Whether what is shown is the answer to the question before, until this one's has come. */
  readonly isPrevious: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
  readonly readAgain: () => void;
}

interface PagesOptions<Node> {
  readonly isEnabled?: boolean;
  /** Whether something in the list will soon be otherwise: it is asked for again then, every few seconds. */
  readonly isUnsettled?: (nodes: readonly Node[]) => boolean;
}

/** How often a list is asked for again that is not settled, in milliseconds. */
const UNSETTLED_MS = 2000;

/**
 * Reads a list page by page. The document takes `$after: String`, and selects `nodes` and
 * `pageInfo { hasNextPage endCursor }`.
 *
 * @param connectionOf where in the answer the list is.
 */
export function usePages<Result, Variables extends { after?: string | null | undefined }, Node>(
  document: TypedDocumentString<Result, Variables>,
  variables: Omit<Variables, "after">,
  connectionOf: (result: Result) => Connection<Node> | null | undefined,
  { isEnabled = true, isUnsettled }: PagesOptions<Node> = {},
): Pages<Node> {
  const query = useInfiniteQuery({
    // Not the key of the same document that is asked for as a whole.
    queryKey: [document.toString(), variables, "pages"],
    queryFn: ({ pageParam, signal }) =>
      ask(document, { ...variables, after: pageParam } as Variables, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (result) => {
      const { hasNextPage, endCursor } = connectionOf(result)?.pageInfo ?? {};
      return hasNextPage ? (endCursor ?? undefined) : undefined;
    },
    placeholderData: (previous) => previous,
    enabled: isEnabled,
    refetchInterval: ({ state }) => {
      const nodes = state.data?.pages.flatMap((page) => connectionOf(page)?.nodes ?? []) ?? [];
      return isUnsettled?.(nodes) ? UNSETTLED_MS : false;
    },
  });
  const pages = query.data?.pages.map(connectionOf);
  return {
    nodes: pages?.flatMap((page) => page?.nodes ?? []),
    total: pages?.[0]?.totalCount,
    error: query.error,
    hasMore: query.hasNextPage,
    isReading: query.isFetching,
    isPrevious: query.isPlaceholderData,
    isReadingMore: query.isFetchingNextPage,
    readMore: () => void query.fetchNextPage(),
    readAgain: () => void query.refetch(),
  };
}

/** The same, read to its end: for what is shown as a whole, such as a month. */
export function useEveryPage<Result, Variables extends { after?: string | null | undefined }, Node>(
  ...asked: Parameters<typeof usePages<Result, Variables, Node>>
): Pages<Node> {
  const pages = usePages(...asked);
  const { hasMore, isReading, error, readMore } = pages;
  const isAwaited = hasMore && !isReading && error === null;
  useEffect(() => {
    if (isAwaited) readMore();
  });
  return pages;
}
