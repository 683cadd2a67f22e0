import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import {
  type ChangedRecord,
  noticesOfChanged,
} from "@alliance-hub/platform/notices/concerned/changed-records";
import { because, day, text, unit } from "@alliance-hub/platform/notices/facts";
import { ORGANIZATION_NOTICES } from "@alliance-hub/platform/notices/kinds/organization";
import type { Addressee, Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Organization } from "./organization.entity.ts";

const { tell } = ORGANIZATION_NOTICES;

/** Nobody acts for a unit that is only being registered; endings and mergers concern others, too, and tell below. */
const NOT_ITSELF: readonly string[] = [
  "registerOrganization",
  "endOrganization",
  "mergeOrganizations",
];

/** Whom a change of an organisation concerns: itself. */
export function noticesOfOrganization(
  { id }: Readonly<Organization>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  if (NOT_ITSELF.includes(action)) return [];
  return tell("CHANGED", id, { organizationId: id }, { organization: unit(id) });
}

/**
 * Whom the end of an organisation concerns: the committees that it was a member of, and whoever has to do with the
 * records that end with it. Nobody acts for the organisation itself any more.
 */
export function noticesOfEnding(
  { id, endedOn, endReason }: Readonly<Organization>,
  of: {
    readonly committeeIds: readonly string[];
    /** What ended with it. */
    readonly changed: readonly ChangedRecord[];
  },
): readonly Notice[] {
  const facts = { organization: unit(id), reason: text(endReason) };
  return [
    ...tell("ENDED", id, committees(of.committeeIds), { ...facts, endedOn: day(endedOn) }),
    ...noticesOfChanged(of.changed, because("UNIT_ENDED", facts)),
  ].filter(({ to }) => !("organizationId" in to && to.organizationId === id));
}

/**
 * Whom a merger concerns: the organisation that is left, the committees that the former one was a member of, and those
 * that it had.
 */
export function noticesOfMerger(
  { id }: Readonly<Organization>,
  of: {
    /** The organisation that was merged into it. */
    readonly from: Readonly<Organization>;
    readonly committeeIds: readonly string[];
  },
): readonly Notice[] {
  return tell("MERGED", id, [{ organizationId: id }, ...committees(of.committeeIds)], {
    organization: unit(id),
    // The id leads to the other one from now on.
    former: text(of.from.name),
    reason: text(of.from.endReason),
  });
}

const committees = (ids: readonly string[]): Addressee[] =>
  ids.map((committeeId) => ({ committeeId }));
