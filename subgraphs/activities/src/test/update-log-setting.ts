import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { CalendarSetting } from "./calendar-setting.ts";

/** Reads the update log from a position on. */
export const SINCE = `query ($filter: ActivityUpdateFilter, $after: String, $first: Int) {
  activityUpdatesSince(filter: $filter, after: $after, first: $first) {
    endPosition hasMore nodes { id position type activity { id } }
  }
}`;

/** Follows the update log, from a position on. */
export const FOLLOW = `subscription ($filter: ActivityUpdateFilter, $after: String) {
  activityUpdates(filter: $filter, after: $after) { id }
}`;

/** What {@link SINCE} gives. */
export interface Stretch {
  readonly endPosition: string;
  readonly hasMore: boolean;
  readonly nodes: readonly {
    readonly id: string;
    readonly position: string;
    readonly type: string;
    readonly activity: { readonly id: string } | null;
  }[];
}

/** @throws Error where the log cannot be read. */
export async function readSince(
  setting: CalendarSetting,
  viewer: Viewer,
  variables: object,
): Promise<Stretch> {
  const { data, message } = await setting.call(viewer, SINCE, variables);
  if (message !== undefined) throw new Error(message);
  return data.activityUpdatesSince;
}
