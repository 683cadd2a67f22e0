/** The most characters of a sign-in. */
const MOST = 200;

/** What is wrong with a person's sign-in. It may look like a telephone number: only few see it. */
export function subjectFault(subject: string, isRequired = true): string | undefined {
  const { length } = Array.from(subject.trim());
  if (length === 0) return isRequired ? "请填写登录名。" : undefined;
  return length > MOST ? `登录名至多 ${MOST} 字，现在有 ${length} 字。` : undefined;
}
