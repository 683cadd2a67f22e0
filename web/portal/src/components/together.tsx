import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useEffect, useState } from "react";

/** What has been asked and was not answered yet. */
const UNANSWERED = {
  predicate: ({ state }: { readonly state: { readonly data: unknown } }) =>
    state.data === undefined,
};

interface TogetherProps {
  /** Of what is around the parts. */
  readonly className: string;
  readonly children: ReactNode;
  /** What stands below them, if it can wait: it is asked for once they are shown, and pushes nothing. */
  readonly below?: ReactNode;
}

/**
 * Parts of a page that are shown once all of them have their answers: coming one by one, they would push each
 * other down the page.
 */
export function Together({ className, children, below }: TogetherProps) {
  const client = useQueryClient();
  const [isShown, setShown] = useState(false);
  // Drawn in slices after what is above it.
  const isBelowDue = useDeferredValue(isShown);
  // So that this is looked at again with each answer.
  useIsFetching(UNANSWERED);
  useEffect(() => {
    if (isShown) return undefined;
    // What an answer leads to is asked first.
    const timer = setTimeout(() => {
      if (client.isFetching(UNANSWERED) === 0) setShown(true);
    });
    return () => clearTimeout(timer);
  });
  return (
    <>
      <div className={className} hidden={!isShown}>
        {children}
      </div>
      {!isShown && <div className="loading" role="status" aria-label="正在读取" />}
      {isBelowDue && below}
    </>
  );
}
