/** What a field said before, once it says something else: whoever corrects it sees both. */
export function was(before: string, now: string): string | undefined {
  if (before.trim() === now.trim()) return undefined;
  return before.trim() === "" ? "原来没有填。" : `原为：${before}`;
}
