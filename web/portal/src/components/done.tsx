import { type ReactNode, useEffect, useRef } from "react";

/**
 * That something worked. It takes the focus, so that it is in sight and heard: what was pressed may stand far below it,
 * or be gone.
 */
export function Done({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A dialog that closes at the same time gives the focus back a frame later.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => box.current?.focus());
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div ref={box} className="notice notice-good" role="status" tabIndex={-1}>
      {children}
    </div>
  );
}
