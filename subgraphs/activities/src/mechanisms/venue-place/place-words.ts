/** Maximum length of a place in words, in characters. */
export const MAX_PLACE_LENGTH = 100;

/**
 * Where a venue is, in words, for whoever sees an activity but not the venue's record: its title, with the address as
 * far as there is room for it.
 */
export function placeWords({
  title,
  address,
}: {
  readonly title: string;
  readonly address: string | null;
}): string {
  const trimmed = address?.trim() ?? "";
  if (trimmed === "" || title.includes(trimmed)) return title;
  const words = `${title}（${trimmed}）`;
  return Array.from(words).length <= MAX_PLACE_LENGTH ? words : title;
}
