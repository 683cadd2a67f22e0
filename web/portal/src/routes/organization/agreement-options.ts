/** By no agreement. */
export const NO_AGREEMENT = "NONE";

/** The agreements by which somebody may sit in another unit, and none of them. */
export const optionsOf = (
  agreements: readonly { readonly id: string; readonly title: string }[],
): Readonly<Record<string, string>> => ({
  [NO_AGREEMENT]: "不依据协议",
  ...Object.fromEntries(agreements.map(({ id, title }) => [id, title])),
});
