/** Where in the variables a value is that graphql-js rejects; it says so in its message only. */
const AT =
  /^Variable "\$(\w+)" got invalid value .* at "([^"]+)"; (?:Field "(\w+)" of required type)?/s;
const WHOLE = /^Variable "\$(\w+)" got invalid value .*; (?:Field "(\w+)" of required type)?/s;

/** The path from the variable on, such as `["input", "commitments", 0, "clause"]`; undefined for any other message. */
export function pathOfVariable(message: string): (string | number)[] | undefined {
  const at = AT.exec(message);
  const whole = at ?? WHOLE.exec(message);
  if (!whole) return undefined;
  const [path, missing] = at ? [at[2] ?? "", at[3]] : [whole[1] ?? "", whole[2]];
  return [
    ...path.split(/[.[\]]+/).filter((step) => step !== ""),
    ...(missing ? [missing] : []),
  ].map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
