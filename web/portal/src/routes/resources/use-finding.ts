import { useEffect, useMemo, useRef } from "react";

/** How looking for something ended. */
export type Ending<Found> = { readonly found: Found } | { readonly error: Error };

/** Something that takes a while to be found. */
export interface Finding {
  /**
   * Waits until it is found or has failed.
   *
   * @returns undefined if nobody waits for it any longer: something else has been looked for since, or said.
   */
  readonly wait: <Found>(finding: Promise<Found>) => Promise<Ending<Found> | undefined>;
  /** No longer waits: somebody says it themselves. */
  readonly forget: () => void;
}

/** Looks for one thing at a time; what comes too late overwrites nothing, nor does it once the component is left. */
export function useFinding(): Finding {
  const latest = useRef<Promise<unknown>>(undefined);
  const finding = useMemo<Finding>(
    () => ({
      wait: async (asked) => {
        latest.current = asked;
        const ending = await asked.then(
          (found) => ({ found }),
          (error: Error) => ({ error }),
        );
        if (latest.current !== asked) return undefined;
        latest.current = undefined;
        return ending;
      },
      forget: () => {
        latest.current = undefined;
      },
    }),
    [],
  );
  useEffect(() => finding.forget, [finding]);
  return finding;
}
