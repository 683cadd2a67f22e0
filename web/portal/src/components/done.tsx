import { type ReactNode, useEffect, useRef } from "react";

/**
 * That something worked. It takes the focus, so that it is in sight and heard: what was pressed may stand far below it,
 * or be gone.
 */
export function Done({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => whenUncovered(() => box.current?.focus()), []);
  return (
    <div ref={box} className="notice notice-good" role="status" tabIndex={-1}>
      {children}
    </div>
  );
}

/**
 * Waits until no dialog is open: one keeps the focus, and gives it back a frame after it has closed.
 *
 * @returns what no longer waits.
 */
function whenUncovered(act: () => void): () => void {
  let frame = 0;
  const actSoon = (): void => {
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(act);
    });
  };
  const isCovered = (): boolean => document.querySelector("[role=dialog]") !== null;
  const watching = new MutationObserver(() => {
    if (isCovered()) return;
    watching.disconnect();
    actSoon();
  });
  if (isCovered()) watching.observe(document.body, { childList: true, subtree: true });
  else actSoon();
  return () => {
    watching.disconnect();
    cancelAnimationFrame(frame);
  };
}
