import { readText, searchReader, wordOf } from "../../app/address.ts";
import { type Viewer, committeesOf, unitsOf } from "../../app/viewer.ts";

/** What of my day is shown, as it stands in the page's address. */
export interface TodaySearch {
  /** Id of a unit or committee of the viewer's; all by default. */
  readonly office?: string | undefined;
  /** `yes`: only notices that have not been read. */
  readonly unread?: "yes" | undefined;
}

export const readTodaySearch = searchReader<TodaySearch>({
  office: readText,
  unread: wordOf("yes"),
});

/** The units and committees that a viewer works for. */
export function officesOf(viewer: Viewer | undefined) {
  const [units, committees] = [unitsOf(viewer), committeesOf(viewer)];
  return { units, committees, isOne: units.length + committees.length === 1 };
}

/** The part of a filter that tasks and notices have in common. */
export function officeFilterOf(
  viewer: Viewer | undefined,
  office: string | undefined,
): { readonly organizationId?: string; readonly committeeId?: string } {
  const { units, committees } = officesOf(viewer);
  if (units.some(({ id }) => id === office)) return { organizationId: office ?? "" };
  return committees.some(({ id }) => id === office) ? { committeeId: office ?? "" } : {};
}
