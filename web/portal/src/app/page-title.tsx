import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { pageAt } from "./pages.ts";
import { showUnread, useUnread } from "./unread.ts";

/** Names the page for the browser's tab, and how many notices are unread: (3) 我的一天 – 联盟枢纽. */
export function PageTitle() {
  const { pathname } = useLocation();
  const unread = useUnread();
  const name = pageAt(pathname)?.name;
  useEffect(() => {
    const count = unread > 0 ? `(${showUnread(unread)}) ` : "";
    document.title = `${count}${name === undefined ? "" : `${name} – `}联盟枢纽`;
  }, [name, unread]);
  return null;
}
