import { textFault } from "./text-fault.ts";

const MOBILE_NUMBER = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/;
const IDENTITY_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/;

/** What the hub would reject of a text that others read: it must not say whose telephone or identity that is. */
export function checkText(text: string, rule: Parameters<typeof textFault>[1]): string | undefined {
  const fault = textFault(text, rule);
  if (fault !== undefined) return fault;
  if (MOBILE_NUMBER.test(text)) return "这里像是写了手机号码。别人会看到，请改写办公电话。";
  if (IDENTITY_NUMBER.test(text)) return "这里像是写了身份证号码。别人会看到，请删去。";
  return undefined;
}
