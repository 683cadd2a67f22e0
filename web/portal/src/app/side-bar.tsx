import { Link } from "@tanstack/react-router";
import { DAILY_PAGES, pagesFor } from "./pages.ts";
import { UnreadMark } from "./unread-mark.tsx";
import { useViewer } from "./viewer.ts";

/** All pages, where a screen is wide enough to show them all the time. */
export function SideBar() {
  const groups = [{ name: "每天", pages: DAILY_PAGES }, ...pagesFor(useViewer())];
  return (
    <nav aria-label="页面" className="side-bar">
      {groups.map(({ name, pages }) => (
        <section key={name} aria-label={name}>
          <p className="side-name" aria-hidden="true">
            {name}
          </p>
          {pages.map(({ to, name: page }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === "/" || to === "/office" }}>
              {page}
              {to === "/" && <UnreadMark />}
            </Link>
          ))}
        </section>
      ))}
    </nav>
  );
}
