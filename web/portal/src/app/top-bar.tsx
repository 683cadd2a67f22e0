import { Link } from "@tanstack/react-router";
import { PersonMenu } from "./person-menu.tsx";

const PAGES = [
  { to: "/", name: "今日" },
  { to: "/resources", name: "资源" },
  { to: "/needs", name: "需求" },
  { to: "/bookings", name: "预约" },
  { to: "/calendar", name: "日历" },
  { to: "/figures", name: "数据" },
] as const;

/** The wordmark, the pages and the person; on phones the pages stand at the foot of the screen. */
export function TopBar() {
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
      <nav aria-label="页面" className="pages">
        {PAGES.map(({ to, name }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === "/" }}>
            {name}
          </Link>
        ))}
      </nav>
      <PersonMenu />
    </header>
  );
}
