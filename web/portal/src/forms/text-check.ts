interface TextRule {
  /** What the field is called: 标题. */
  readonly name: string;
  /** The most characters that the hub takes. */
  readonly most: number;
  /** Default: it must be filled in. */
  readonly isOptional?: boolean;
}

const MOBILE_NUMBER = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/;
const IDENTITY_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/;

/** What the hub would reject of a text that others read, found while it is typed. */
export function checkText(text: string, rule: TextRule): string | undefined {
  const { name, most, isOptional = false } = rule;
  const length = Array.from(text.trim()).length;
  if (length === 0) return isOptional ? undefined : `请填写${name}。`;
  if (length > most) return `${name}有 ${length} 字，最多 ${most} 字，请删去一些。`;
  if (MOBILE_NUMBER.test(text)) return "这里像是写了手机号码。别人会看到，请改写办公电话。";
  if (IDENTITY_NUMBER.test(text)) return "这里像是写了身份证号码。别人会看到，请删去。";
  return undefined;
}
