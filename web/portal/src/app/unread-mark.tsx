import { showUnread, useUnread } from "./unread.ts";

/** How many notices are unread, beside the page that lists them; nothing where there are none. */
export function UnreadMark() {
  const unread = useUnread();
  if (unread === 0) return null;
  return (
    <span className="count unread-count">
      <span aria-hidden="true">{showUnread(unread)}</span>
      <span className="unseen">（{unread} 条未读通知）</span>
    </span>
  );
}
