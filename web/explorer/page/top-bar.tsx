import { TokenField } from "./token-field.tsx";

/** Whose page this is, and who is asking. */
export function TopBar() {
  return (
    <header className="top-bar">
      <div className="top-bar-name">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <circle cx="12.5" cy="16" r="6" />
          <circle cx="19.5" cy="16" r="6" />
        </svg>
        <h1>
          联盟枢纽 <span lang="en">Alliance Hub</span>
        </h1>
      </div>
      <TokenField />
    </header>
  );
}
