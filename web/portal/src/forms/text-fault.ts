interface TextRule {
  /** What the text is, as the field is called. */
  readonly name: string;
  /** The most characters that it may have. */
  readonly most: number;
  /** Default: it is. */
  readonly isRequired?: boolean;
}

/** Eleven digits of a mobile number, with whatever people write between them. */
const MOBILE_NUMBER = /(?<!\d)1[-\s]?[3-9](?:[-\s]?\d){9}(?!\d)/;

/** What is wrong with a text that others see: empty where it is needed, too long, or with a mobile number. */
export function textFault(text: string, rule: TextRule): string | undefined {
  const { name, most, isRequired = true } = rule;
  const { length } = Array.from(text.trim());
  if (length === 0) return isRequired ? `请填写${name}。` : undefined;
  if (length > most) return `${name}至多 ${most} 字，现在有 ${length} 字。`;
  return MOBILE_NUMBER.test(text) ? `${name}里不能写手机号，请改用办公电话。` : undefined;
}
