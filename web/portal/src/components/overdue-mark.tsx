/** That something should have been done already: an icon and words; the colour repeats them. */
export function OverdueMark({ children }: { readonly children: string }) {
  return (
    <span className="state state-bad overdue-mark">
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M8 1.5 15 14H1Z" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="M8 6v4M8 11.4v1.2" stroke="currentColor" strokeWidth="1.6" />
      </svg>
      {children}
    </span>
  );
}
