import { useEffect, useRef, useState } from "react";
import {
  PortalNoticesDocument,
  type PortalNoticesSubscription,
  UnreadNoticesDocument,
} from "../graph/generated/graphql.ts";
import { follow } from "../graph/follow.ts";
import { gather } from "../graph/gather.ts";
import { mentions } from "../graph/mentions.ts";
import { keyOf, queryClient } from "../graph/query-client.ts";

type Arrival = PortalNoticesSubscription["noticeArrivals"];

/** Notices that come within this time are told together, in milliseconds. */
const TOGETHER_MS = 150;
/**
 * A page that nobody looks at lets its stream go (`follow`), but its title is still seen: how many are unread is
 * asked this often then, in milliseconds.
 */
const UNSEEN_MS = 60_000;

/**
 * Tells of notices as they come, on whatever page one is: to screen readers in words, to everybody by asking anew
 * for what they change.
 */
export function LiveNotices({ from }: { readonly from: string | undefined }) {
  const start = useRef(from);
  const [news, setNews] = useState("");
  useEffect(() => {
    const leaving = new AbortController();
    const arrived = gather<Arrival>(
      TOGETHER_MS,
      (arrivals) => {
        setNews(wordsOf(arrivals));
        askAnew(new Set(arrivals.map(({ noun }) => noun)));
      },
      leaving.signal,
    );
    void follow(PortalNoticesDocument, {
      from: start.current,
      signal: leaving.signal,
      told: ({ noticeArrivals }) => arrived(noticeArrivals),
      begun: () => askAnew(new Set()),
      // Whether the hub is away is told by the stream of updates.
      connected: () => undefined,
    });
    const unseen = setInterval(() => {
      if (document.hidden)
        void queryClient.invalidateQueries({ queryKey: keyOf(UnreadNoticesDocument, {}) });
    }, UNSEEN_MS);
    return () => {
      leaving.abort();
      clearInterval(unseen);
    };
  }, []);
  return (
    <p className="unseen" role="status" aria-label="新通知">
      {news}
    </p>
  );
}

const wordsOf = (arrivals: readonly Arrival[]): string =>
  arrivals.length === 1 ? `新通知：${arrivals[0]?.title}` : `${arrivals.length} 条新通知`;

/** Asks anew for notices and tasks, and for what shows records such as those that were told of. */
function askAnew(nouns: ReadonlySet<string>): void {
  const changed = ["Notice", "Task", ...nouns];
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [text] }) => changed.some((noun) => mentions(text, noun)),
  });
}
