import { useSyncExternalStore } from "react";

/** Wide enough for all pages beside the one that is shown. */
const wide = matchMedia("(min-width: 70rem)");

export const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      wide.addEventListener("change", changed);
      return () => wide.removeEventListener("change", changed);
    },
    () => wide.matches,
  );
