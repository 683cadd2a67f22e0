import { useEffect, useState } from "react";

/**
 * What a list shows as chosen in a field that adds to several: the one just taken, for a moment. The list closes
 * because something is chosen; then the field is free for the next one.
 *
 * @returns the value of the list, and what takes one.
 */
export function useTaken(
  isForSeveral: boolean,
  value: string | undefined,
): readonly [string | null, (id: string) => void] {
  const [taken, setTaken] = useState<string>();
  useEffect(() => setTaken(undefined), [taken]);
  return isForSeveral ? [taken ?? null, setTaken] : [value ?? null, () => undefined];
}
