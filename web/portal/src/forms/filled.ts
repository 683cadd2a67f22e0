/** Texts of a form that are sent: those that were left empty are left out. */
export const filled = <Texts extends Readonly<Record<string, string>>>(
  texts: Texts,
): Partial<Texts> =>
  Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text.trim() !== ""),
  ) as Partial<Texts>;

/** A text of a record that is changed: null where the field was emptied, for what is left out stays as it is. */
export const orNull = (text: string): string | null => (text.trim() === "" ? null : text);
