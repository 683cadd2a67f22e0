import traditionalCharacters from "opencc-js/dict/TSCharacters";

/** Characters that the dictionary does not change and that have two spellings. */
const SPELLINGS: Readonly<Record<string, string>> = {
  著: "着",
  衞: "卫",
  帐: "账",
  敍: "叙",
  粧: "妆",
};

/** Built at first use, in a few milliseconds, and never changed: three and a half thousand characters. */
let characters: ReadonlyMap<string, string> | undefined;

/**
 * A text in simplified characters, for comparing and not for reading: each character by itself, one simplified
 * character for each traditional one. A converter that looks at phrases would write better Chinese (乾坤 but 干净),
 * but then a piece of a text could be converted differently than the same piece within the whole text, and a
 * search would not find it.
 *
 * Source: the character dictionary of OpenCC.
 */
export function simplified(text: string): string {
  characters ??= readCharacters();
  let result = "";
  for (const character of text) result += characters.get(character) ?? character;
  return result;
}

function readCharacters(): ReadonlyMap<string, string> {
  const direct = new Map(Object.entries(SPELLINGS));
  for (const pair of traditionalCharacters.split("|")) {
    const [from = "", to = ""] = pair.split(" ");
    direct.set(from, to);
  }
  // 帳 becomes 帐, which becomes 账.
  return new Map(Array.from(direct, ([from, to]) => [from, direct.get(to) ?? to]));
}
