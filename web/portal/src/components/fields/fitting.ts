/**
 * Of what an earlier search has found, what fits what is typed now: while the answer is on its way, nothing else
 * must be taken by whoever is faster than it.
 *
 * @param text what is typed; undefined once its own answer is there.
 */
export const fitting = <Found extends { readonly name: string }>(
  found: readonly Found[],
  text: string | undefined,
): readonly Found[] => found.filter(({ name }) => text === undefined || name.includes(text));
