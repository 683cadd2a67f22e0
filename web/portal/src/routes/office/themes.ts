/** The most labels of a committee's work, and the most characters of one. */
const [MOST, MOST_CHARACTERS] = [12, 30] as const;

/** Labels for a committee's work, as they are typed in one line. */
export const themesIn = (text: string): string[] =>
  text
    .split(/[、，,;；]/)
    .map((theme) => theme.trim())
    .filter((theme) => theme !== "");

export function themesFault(themes: readonly string[]): string | undefined {
  if (themes.length > MOST) return `至多 ${MOST} 项，现在有 ${themes.length} 项。`;
  const long = themes.find((theme) => Array.from(theme).length > MOST_CHARACTERS);
  return long === undefined ? undefined : `“${long}”超过 ${MOST_CHARACTERS} 字。`;
}
