import { fieldInChinese } from "../words/fields.ts";
import { badInput } from "../errors/hub-error.ts";
import { isReservedSubject } from "../directory/subject.ts";
import { requireText } from "../limits/require-text.ts";

/**
 * The sign-in of a person (`sub` of the access token), as it is stored.
 *
 * @throws HubError `BAD_USER_INPUT` for a text that is too long or empty, and for a reserved subject.
 */
export function requireSubject(field: string, value: string): string {
  const subject = requireText(field, value, { maxLength: 200, public: false });
  if (!isReservedSubject(subject)) return subject;
  throw badInput(field, {
    zh: `${fieldInChinese(field)}${JSON.stringify(subject)}是保留的：这种写法用于合作系统、日历订阅和枢纽自身。请填写个人的登录标识。`,
    en: `"${field}" ${JSON.stringify(subject)} is reserved: subjects of that form belong to partner systems, calendar feeds and the hub itself. Give the sign-in ("sub") of a person.`,
  });
}
