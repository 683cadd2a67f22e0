interface TextRule {
  /** What the field is called, for the message. */
  readonly label: string;
  /** Most characters. */
  readonly most: number;
  /** Default: yes. */
  readonly isRequired?: boolean;
}

const MOBILE = /(?<![0-9])1[3-9][0-9][\s-]?[0-9]{4}[\s-]?[0-9]{4}(?![0-9])/;
const IDENTITY = /(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])/;

/** What the hub would reject of a text that others read, in its own sense; undefined where it is good. */
export function faultOfText(text: string, rule: TextRule): string | undefined {
  const { label, most, isRequired = true } = rule;
  const length = Array.from(text.trim()).length;
  if (length === 0) return isRequired ? `请填写${label}。` : undefined;
  if (length > most) return `${label}最多 ${most} 字，现在有 ${length} 字。`;
  if (MOBILE.test(text)) return `${label}里像是有手机号。这里别人能看到，请改用办公电话。`;
  if (IDENTITY.test(text) && isIdentity(text))
    return `${label}里像是有身份证号。这里别人能看到，请去掉。`;
  return undefined;
}

/** The check character of GB 11643. */
function isIdentity(text: string): boolean {
  const number = IDENTITY.exec(text)?.[0] ?? "";
  const sum = Array.from(number.slice(0, 17)).reduce(
    (total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11),
    0,
  );
  return "10X98765432"[sum % 11] === number[17]?.toUpperCase();
}
