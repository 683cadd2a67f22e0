export interface TextRule {
  /** What the text is, as the field is called. */
  readonly name: string;
  /** The most characters that it may have. */
  readonly most: number;
  /** Default: it is. */
  readonly isRequired?: boolean;
}

/** Eleven digits of a mobile number, with whatever people write between them. */
const MOBILE_NUMBER = /(?<!\d)1[-\s]?[3-9](?:[-\s]?\d){9}(?!\d)/;
const IDENTITY_NUMBER = /(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])/;

/**
 * What the hub would reject of a text that others read: empty where it is needed, too long, or with the number of
 * somebody's telephone or identity card.
 */
export function textFault(text: string, rule: TextRule): string | undefined {
  const { name, most, isRequired = true } = rule;
  const { length } = Array.from(text.trim());
  if (length === 0) return isRequired ? `请填写${name}。` : undefined;
  if (length > most) return `${name}至多 ${most} 字，现在有 ${length} 字。`;
  if (MOBILE_NUMBER.test(text)) return `${name}里像是有手机号。这里别人能看到，请改用办公电话。`;
  if (isIdentityNumber(IDENTITY_NUMBER.exec(text)?.[0] ?? ""))
    return `${name}里像是有身份证号。这里别人能看到，请去掉。`;
  return undefined;
}

/** By its check character (GB 11643-1999). */
function isIdentityNumber(number: string): boolean {
  const sum = Array.from(number.slice(0, 17)).reduce(
    (total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11),
    0,
  );
  return number !== "" && "10X98765432"[sum % 11] === number[17]?.toUpperCase();
}
