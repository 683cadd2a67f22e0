/** What is wrong with a line of text: empty where it is needed, or too long. Undefined if nothing is. */
export function textFault(
  text: string,
  { name, most, isRequired = true }: { name: string; most: number; isRequired?: boolean },
): string | undefined {
  const { length } = Array.from(text.trim());
  if (length === 0) return isRequired ? `请填写${name}。` : undefined;
  return length > most ? `${name}至多 ${most} 字，现在有 ${length} 字。` : undefined;
}
