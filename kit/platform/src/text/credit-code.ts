import type { Words } from "../words/words.ts";

/** The characters of a code, each at its value: no I, O, S, V or Z. GB 32100-2015, section 4 and table A.1. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;

/**
 * The 18th character of a unified social credit code: values weighted by powers of three, modulo
 * 31. GB 32100-2015, appendix A.
 *
 * @param first17 the characters before it
 * @throws RangeError for anything but 17 characters of the alphabet.
 */
export function creditCodeCheckCharacter(first17: string): string {
  if (first17.length !== LENGTH - 1)
    throw new RangeError("The check character is computed from 17 characters.");
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = ALPHABET.indexOf(character);
    if (value < 0)
      throw new RangeError(`A credit code has no character ${JSON.stringify(character)}.`);
    sum += value * weight;
    weight = (weight * 3) % ALPHABET.length;
  }
  return ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length);
}

/**
 * What is wrong with a unified social credit code (统一社会信用代码), in plain words, or undefined. Length, alphabet
 * and check character are checked, GB 32100-2015; any one changed character is found. Small letters are
 * refused, not raised: a code is unique as it is written.
 *
 * The check character of the organisation code inside (characters 9 to 17, GB 11714-1997) is not checked: it
 * would find no typing error that the 18th character does not find.
 */
export function checkCreditCode(code: string): Words | undefined {
  const characters = Array.from(code);
  if (characters.length !== LENGTH) {
    return {
      zh: `应有 18 位，现有 ${characters.length} 位。请不要写空格或连字符。`,
      en: `A unified social credit code has 18 characters, this one has ${characters.length}. Write it without spaces or hyphens.`,
    };
  }
  const strange = characters.findIndex((character) => !ALPHABET.includes(character));
  if (strange >= 0) {
    const way = wayOut(characters[strange] ?? "");
    return {
      zh: `第 ${strange + 1} 位是“${characters[strange]}”，只能是数字和除 I、O、S、V、Z 以外的大写字母。${way.zh}`,
      en: `Character ${strange + 1} is ${JSON.stringify(characters[strange])}: a unified social credit code has digits and capital letters except I, O, S, V and Z. ${way.en}`,
    };
  }
  const expected = creditCodeCheckCharacter(code.slice(0, -1));
  if (code.endsWith(expected)) return undefined;
  return {
    zh: `第 18 位（校验码）是“${characters.at(-1)}”，按前 17 位应为“${expected}”。请对照登记证书核对。`,
    en: `The check character, the 18th, is ${JSON.stringify(characters.at(-1))} where ${JSON.stringify(expected)} belongs after the first 17. Compare the code with the registration certificate.`,
  };
}

/** How to correct one character that is not in the alphabet. */
function wayOut(character: string): Words {
  if (/^[a-z]$/.test(character)) return { zh: "请用大写字母。", en: "Write letters as capitals." };
  if (character.normalize("NFKC") !== character)
    return { zh: "请用半角字符。", en: "Write half-width characters." };
  return {
    zh: "请对照登记证书核对。",
    en: "Compare the code with the registration certificate.",
  };
}
