/**
 * The answer to a call. A hub that makes as many changes as it can at once says `OVERLOADED`, and that it has not begun:
 * it is asked again, as a client does. Everything else is an answer.
 */
export async function untilBegun<Given extends { readonly code: string | undefined }>(
  call: () => Promise<Given>,
): Promise<Given> {
  for (;;) {
    const answer = await call();
    if (answer.code !== "OVERLOADED") return answer;
  }
}
