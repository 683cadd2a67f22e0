import { isOther } from "@alliance-hub/platform/change/is-other";
import type { WorkOf } from "@alliance-hub/platform/change/change-rules";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { checkedWhereGiven, emptiedWhereNull } from "@alliance-hub/platform/limits/checked";
import { correctedFields } from "@alliance-hub/platform/notices/corrected-fields";
import { text } from "@alliance-hub/platform/notices/facts";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { noteCorrection } from "../../mechanisms/corrections/correction.ts";
import type { Activity } from "../activity/activity.entity.ts";
import { lockActivity } from "../activity/activity.service.ts";
import { noticesOfAgenda } from "../activity/activity.notices.ts";
import { LIMITS } from "../agenda-item/agenda-item.input.ts";
import type { AgendaItemContext, AgendaItemRow } from "../agenda-item/agenda-item.loaders.ts";
import {
  changes,
  requireOpenAgenda,
  requirePutting,
  requireUnit,
} from "../agenda-item/agenda-item.service.ts";
import type { UpdateAgendaItemInput } from "./agenda-item-correction.input.ts";

/**
 * Changes an item on a meeting's agenda; it keeps its place. A call that changes nothing is told to nobody.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION` once the meeting was
 * held or cancelled; for whoever runs the committee, if it was held too long ago.
 */
export async function updateAgendaItem(
  context: AgendaItemContext,
  input: UpdateAgendaItemInput,
): Promise<AgendaItemRow> {
  const given = () => checkedWhereGiven(input, LIMITS);
  // The meeting is locked first, as in all changes of its agenda; which one it is does not change.
  const known = await context.agendaItems.byId.load(input.id);
  const lockFirst = async (work: WorkOf<AgendaItemContext>) => {
    if (known) await lockActivity(context, work, known.activityId);
  };
  const step = { action: "updateAgendaItem", may: "update", given, input, lockFirst } as const;
  return await changes.change(context, step, async (item, work, texts) => {
    const activity = await lockActivity(context, work, item.activityId);
    requireOpenAgenda(context, activity, work.now);
    const { organizationId } = input;
    const values = {
      ...texts(),
      ...emptiedWhereNull(input, ["detail"]),
      ...(organizationId === undefined
        ? {}
        : { proposedByOrganizationId: await proposerOf(context, work, activity, organizationId) }),
    };
    if (!isOther(item, values)) return;
    Object.assign(item, values);
    const { activityId, title } = item;
    const fields = correctedFields(work, "AgendaItem", item);
    const ofItem = fields.map((one) => ({ ...one, of: text(title) }));
    noteCorrection(context, work, { activityId, fields: ofItem });
    await leaveNotices(context, work, noticesOfAgenda(activity, { title, fields }));
  });
}

/** The unit that proposes it after the change. @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`, `FORBIDDEN`. */
async function proposerOf(
  ...[context, { rows }, activity, organizationId]: [
    AgendaItemContext,
    WorkOf<AgendaItemContext>,
    Readonly<Activity>,
    string | null,
  ]
): Promise<string | null> {
  const unit =
    organizationId === null
      ? null
      : await requireOrganization(createDirectory(rows), organizationId);
  requirePutting(context, activity, unit?.id ?? null);
  if (unit) await requireUnit(rows, activity.committeeId, unit.id);
  return unit?.id ?? null;
}
