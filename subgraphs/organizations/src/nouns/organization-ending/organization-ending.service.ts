import { requireLastDay } from "@alliance-hub/platform/change/require-day";
import { conflict } from "@alliance-hub/platform/errors/hub-error";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import {
  type OpenRecord,
  committeesOf,
  countedByNoun,
  countedInWords,
  endRecordsOf,
  namedRecords,
  openRecordsOf,
} from "../../mechanisms/records-of-units/records-of-units.ts";
import { noticesOfEnding } from "../organization/organization.notices.ts";
import type { OrganizationContext, OrganizationRow } from "../organization/organization.loaders.ts";
import {
  type OrganizationWork,
  changes,
  current,
  end,
  holdOrganizations,
} from "../organization/organization.service.ts";
import type { EndOrganizationInput } from "./organization-ending.input.ts";

/** No organisation of the alliance ended before there were alliances of this form. */
const FIRST_DAY = "1990-01-01";

/**
 * Ends an organisation. Nobody acts for it any more; its records can be read. What ends with it ends in the same
 * transaction. What somebody has to decide about must be settled before.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT` from a stale version,
 * and for what has to be settled before: `extensions.open` has it.
 */
export async function endOrganization(
  context: OrganizationContext,
  input: EndOrganizationInput,
): Promise<OrganizationRow> {
  const step = {
    action: "endOrganization",
    may: "end",
    to: "ENDED",
    given: () => REASON.check("reason", input.reason),
    lockFirst: (work: OrganizationWork, id: string) => holdOrganizations(work, [id]),
    input: await current(context, input),
  } as const;
  return await changes.change(context, step, async (organization, work, given) => {
    const { rows, now } = work;
    const { id } = organization;
    const lastDay = requireLastDay("endedOn", input.endedOn, { first: FIRST_DAY, now });
    const reason = given();
    const records = await openRecordsOf(rows, { id, now });
    requireSettled(organization, records);
    const committeeIds = await committeesOf(rows, id);
    const changed = await endRecordsOf(rows, { id, now }, { lastDay, reason });
    end(organization, { endedOn: lastDay, endReason: reason });
    await leaveNotices(context, work, noticesOfEnding(organization, { committeeIds, changed }));
    const ended = records.filter(({ onEnd }) => onEnd === "ENDS");
    return Object.fromEntries(countedByNoun(ended).map(({ noun, count }) => [noun, count]));
  });
}

/** @throws HubError `CONFLICT`, naming what is still open. */
function requireSettled(
  { name }: Pick<OrganizationRow, "name">,
  records: readonly OpenRecord[],
): void {
  const open = records.filter(({ onEnd }) => onEnd === "OPEN");
  if (open.length === 0) return;
  const counted = countedInWords(open);
  throw conflict(
    {
      zh: `${name}还有${counted.zh}没有了结，不能终止。请先逐项了结（终止协议，取消或移交活动与问题，更换书记和上级），或者把它并入另一个单位。`,
      en: `${name} cannot end while it has ${counted.en}. Settle each first (terminate agreements, cancel or hand over activities and issues, appoint another secretary, give another parent), or merge it into another organisation with mergeOrganizations.`,
    },
    namedRecords(open),
  );
}
