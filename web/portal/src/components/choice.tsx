import type { ChoiceProps } from "./fields/choice.tsx";
import { later } from "./later.tsx";

/** One of several. */
export const Choice = later<ChoiceProps>(async () => (await import("./fields/choice.tsx")).Choice);
