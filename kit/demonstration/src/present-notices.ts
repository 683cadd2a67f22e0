import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import type { Kysely } from "kysely";
import { enteredId } from "./ids.ts";
import { type PresentSpan, instantOn } from "./present.ts";

/** Days of the past of which people find notices when they sign in for the first time. */
export const NOTICE_DAYS = 4;

/** Something that was done in the present, with what was told of it. */
export interface PresentChange {
  readonly at: Date;
  /** The unit or the committee that did it, which is not told of that. */
  readonly by: { readonly unit: string } | { readonly committee: string };
  readonly notices: readonly Notice[];
}

/**
 * Leaves the notices of what was done in the last days, as the changes themselves would have done, with those who
 * are told by then. A span that goes on leaves those of its own days alone.
 */
export async function leavePresentNotices<DB>(
  rows: Kysely<DB>,
  span: PresentSpan,
  changes: readonly PresentChange[],
): Promise<void> {
  const first = instantOn(Math.max(span.from, span.today - NOTICE_DAYS), 0);
  const before = instantOn(span.today, 0);
  const recent = changes.filter(({ at }) => at >= first && at < before);
  for (const { at, by, notices } of recent.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const [{ noun, type, recordId } = { noun: "", type: "", recordId: "" }] = notices;
    let left = 0;
    const newId = (): string => enteredId(at, "notice", noun, type, recordId, left++);
    await leaveNotices({ newId, viewer: actingFor(by) }, { rows, now: at }, notices);
  }
}

/** Somebody who acts for a unit alone, or runs a committee alone. */
function actingFor(by: PresentChange["by"]): Viewer {
  if ("unit" in by) return { ...ANONYMOUS, kind: "PERSON", organizationIds: [by.unit] };
  const seat = { committeeId: by.committee, regionCode: null, organizationId: null };
  return { ...ANONYMOUS, kind: "PERSON", roles: [{ role: "SECRETARY", ...seat }] };
}
