import type { Words } from "../words/words.ts";

/**
 * What brings it about that records change for which nobody made a change of their own. The words stand where a notice
 * gives its reason.
 */
export const CAUSES = {
  LEFT_COMMITTEE: {
    zh: "{organization}退出{committee}[（{reason}）]",
    en: "{organization} left {committee}[ ({reason})]",
  },
  UNIT_ENDED: {
    zh: "{organization}终止[（{reason}）]",
    en: "{organization} has ended[ ({reason})]",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What brought a change about. */
export type Cause = keyof typeof CAUSES;
