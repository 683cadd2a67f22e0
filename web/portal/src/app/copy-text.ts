/** Puts a text where it can be pasted from. @returns whether it is there: browsers lend the clipboard to safe addresses only. */
export async function copyText(text: string): Promise<boolean> {
  if (!isSecureContext) return false;
  return await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
