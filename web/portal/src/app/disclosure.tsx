import { useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";

/** What a {@link Disclosure} shows. */
export interface DisclosureProps {
  /** On its button. */
  readonly label: ReactNode;
  /** Of its button. */
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A button that shows something below it: links, a few choices. Closed by Escape, by a click elsewhere, when the
 * focus leaves it, and when another page is opened. The browser's own element, so that it is there at once.
 */
export function Disclosure({ label, className = "", children }: DisclosureProps) {
  const whole = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { href } = useLocation();
  useEffect(() => setOpen(false), [href]);
  useEffect(() => {
    // Asks the element and not the state, which follows it later: a key may come in between.
    const close = (): boolean => {
      if (!whole.current?.open) return false;
      whole.current.open = false;
      setOpen(false);
      return true;
    };
    const closeElsewhere = ({ target }: Event): void => {
      if (!(target instanceof Node && whole.current?.contains(target))) close();
    };
    const closeByEscape = ({ key }: KeyboardEvent): void => {
      if (key === "Escape" && close()) whole.current?.querySelector("summary")?.focus();
    };
    const leaving = new AbortController();
    const { signal } = leaving;
    document.addEventListener("pointerdown", closeElsewhere, { signal });
    document.addEventListener("focusin", closeElsewhere, { signal });
    document.addEventListener("keydown", closeByEscape, { signal });
    return () => leaving.abort();
  }, []);
  return (
    <details
      className="disclosure"
      ref={whole}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={className}>
        {label} <span aria-hidden="true">▾</span>
      </summary>
      <div className="popover disclosed">{children}</div>
    </details>
  );
}
