/**
 * A name of which others see only the first character: "委员 017" is "委员**", "王小明" is "王**". There are always two
 * stars, so that they do not show how long the name is.
 */
export function maskedName(name: string): string {
  const [word = ""] = name.trim().split(/\s/u);
  const shown = word === name.trim() ? Array.from(word).slice(0, 1).join("") : word;
  return `${shown}**`;
}
