import { Link, useLocation } from "@tanstack/react-router";
import { Disclosure } from "./disclosure.tsx";
import { DAILY_PAGES, pageAt, pagesFor } from "./pages.ts";
import { useViewer } from "./viewer.ts";

/** How many pages have room at the foot of a phone; the others are behind the button there. */
const ON_PHONES = 4;

/** The pages that have no room in the bar. Its button bears the name of the page that one is on. */
export function MorePages() {
  const groups = pagesFor(useViewer());
  const { pathname } = useLocation();
  const current = pageAt(
    pathname,
    groups.flatMap(({ pages }) => pages),
  );
  return (
    <Disclosure label={current?.name ?? "更多"} className={`more-pages ${current ? "active" : ""}`}>
      {DAILY_PAGES.slice(ON_PHONES).map(({ to, name }) => (
        <Link key={to} to={to} className="entry phones-only">
          {name}
        </Link>
      ))}
      {groups.map(({ name: group, pages }) => (
        <section key={group} aria-label={group}>
          <p className="side-name" aria-hidden="true">
            {group}
          </p>
          {pages.map(({ to, name }) => (
            <Link key={to} to={to} className="entry" activeOptions={{ exact: to === "/office" }}>
              {name}
            </Link>
          ))}
        </section>
      ))}
    </Disclosure>
  );
}
