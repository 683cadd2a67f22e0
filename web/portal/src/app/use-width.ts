import { useSyncExternalStore } from "react";

/** Wide enough for all pages beside the one that is shown. */
export const useWide = asHook("(min-width: 70rem)");

/** Wide enough for two columns of lists. */
export const useColumns = asHook("(min-width: 900px)");

const NARROW = "(max-width: 640px)";

/** A phone's width: lists come before what they are filtered by. */
export const useNarrow = asHook(NARROW);

/** Whether it is a phone's width now. */
export const isNarrow = (): boolean => matchMedia(NARROW).matches;

function asHook(media: string): () => boolean {
  const query = matchMedia(media);
  const watch = (changed: () => void): (() => void) => {
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  };
  return () => useSyncExternalStore(watch, () => query.matches);
}
