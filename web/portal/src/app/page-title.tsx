import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { useHeading } from "./heading.ts";
import { pageAt } from "./pages.ts";
import { showUnread, useUnread } from "./unread.ts";

/**
 * Names the page for the browser's tab and its history, and how many notices are unread: (3) 义务植树 – 日历 – 联盟枢纽.
 * A page is told from others by its heading (WCAG 2.4.2).
 */
export function PageTitle() {
  const { pathname } = useLocation();
  const unread = useUnread();
  const listed = pageAt(pathname);
  const heading = useHeading();
  const names = [listed?.to === pathname ? undefined : heading, listed?.name].filter(Boolean);
  const name = names.join(" – ");
  useEffect(() => {
    const count = unread > 0 ? `(${showUnread(unread)}) ` : "";
    document.title = `${count}${name === "" ? "" : `${name} – `}联盟枢纽`;
  }, [name, unread]);
  return null;
}
