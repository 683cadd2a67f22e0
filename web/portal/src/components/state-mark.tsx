/** What a state means to whoever looks: the words say it, the colour repeats it. */
export type Tone = "good" | "wait" | "bad" | "muted";

export function StateMark({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return <span className={`state state-${tone}`}>{children}</span>;
}
