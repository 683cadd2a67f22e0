/** The characters of a code, each at its value: no I, O, S, V or Z (GB 32100-2015). */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;

/** What is wrong with a unified social credit code, as the hub would find; undefined if nothing is. */
export function creditCodeFault(code: string): string | undefined {
  const characters = Array.from(code);
  const strange = characters.findIndex((character) => !ALPHABET.includes(character));
  if (strange >= 0) {
    const hint = /[a-z]/.test(code) ? "字母请用大写。" : "请对照登记证书核对。";
    return `第 ${strange + 1} 位“${characters[strange]}”不会出现在代码里：只有数字和大写字母，不含 I、O、S、V、Z。${hint}`;
  }
  if (characters.length !== LENGTH)
    return `统一社会信用代码有 ${LENGTH} 位，现在是 ${characters.length} 位。`;
  if (code.endsWith(checkCharacter(characters.slice(0, -1)))) return undefined;
  return "最后一位校验不符，有一位写错了。请对照登记证书核对。";
}

/** The 18th character: values weighted by powers of three, modulo 31 (GB 32100-2015, appendix A). */
function checkCharacter(first17: readonly string[]): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % ALPHABET.length;
  }
  return ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length);
}
