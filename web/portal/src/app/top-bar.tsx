import { Link } from "@tanstack/react-router";
import { BasketLink } from "./basket-link.tsx";
import { MorePages } from "./more-pages.tsx";
import { DAILY_PAGES } from "./pages.ts";
import { PersonMenu } from "./person-menu.tsx";
import { UnreadMark } from "./unread-mark.tsx";
import { useWide } from "./use-width.ts";

/**
 * The wordmark, the pages and the person. On phones the pages stand at the foot of the screen, on wide screens
 * beside the page (`SideBar`).
 */
export function TopBar() {
  const isWide = useWide();
  return (
    <header className="top-bar">
      <Link to="/" className="wordmark">
        <svg viewBox="0 0 32 32" aria-hidden="true" width="28" height="28">
          <rect width="32" height="32" rx="8" fill="var(--accent)" />
          <g fill="none" stroke="var(--on-accent)" strokeWidth="2.6">
            <circle cx="12.5" cy="16" r="6" />
            <circle cx="19.5" cy="16" r="6" />
          </g>
        </svg>
        联盟枢纽
      </Link>
      {!isWide && (
        <nav aria-label="页面" className="pages">
          {DAILY_PAGES.map(({ to, name }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === "/" }}>
              {name}
              {to === "/" && <UnreadMark />}
            </Link>
          ))}
          <MorePages />
        </nav>
      )}
      <BasketLink />
      <PersonMenu />
    </header>
  );
}
