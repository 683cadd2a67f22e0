import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";

/** What has been asked and was not answered yet. */
const UNANSWERED = {
  predicate: ({ state }: { readonly state: { readonly data: unknown } }) =>
    state.data === undefined,
};

/**
 * Parts of a page that are shown once all of them have their answers: coming one by one, they would push each
 * other down the page.
 *
 * @param className of what is around them.
 */
export function Together({
  className,
  children,
}: {
  readonly className: string;
  readonly children: ReactNode;
}) {
  const client = useQueryClient();
  const [isShown, setShown] = useState(false);
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
    </>
  );
}
