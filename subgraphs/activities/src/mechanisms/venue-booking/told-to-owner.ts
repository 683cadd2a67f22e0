import type { Audience } from "@alliance-hub/sharing/audience";

/** What decides how much the owner of a venue is told of the activity there. */
interface Told {
  readonly audience: Audience;
  readonly title: string;
}

/** Why the booking of an activity ends that only its parties may see, as the owner of the venue reads it. */
const NOT_TOLD = "活动安排有变";

/** What a booking is for, as the owner of the venue reads it: nothing, if only its parties may see the activity. */
export function purposeOf({ audience, title }: Told): string | null {
  return audience === "PARTIES" ? null : title;
}

/** Why a booking ends, as the owner of the venue reads it: not what the parties of an activity alone may read of it. */
export function reasonFor({ audience }: Pick<Told, "audience">, reason: string): string {
  return audience === "PARTIES" ? NOT_TOLD : reason;
}
