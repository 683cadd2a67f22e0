import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import type { ActivityRow } from "../activity/activity.loaders.ts";
import { ActivityType } from "../activity/activity.type.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./agenda-item.input.ts";
import type { AgendaItemContext, AgendaItemRow } from "./agenda-item.loaders.ts";
import * as service from "./agenda-item.service.ts";
import { AgendaItemType } from "./agenda-item.type.ts";

export const AgendaItemFields = fields<AgendaItemRow, AgendaItemContext>(() => AgendaItemType, {
  activity: field(
    () => ActivityType,
    { nullable: true, description: "所属会议。The meeting." },
    ({ activityId }, { activities }) => activities.byId.load(activityId),
  ),
  proposedBy: reference(() => OrganizationRef, "proposedByOrganizationId", {
    description: "提出的单位。The unit that proposed it.",
  }),
});

export const PutAgendaItem = mutations(
  { field: "agendaItem", type: AgendaItemType, description: "议题。The item." },
  { inputs, service },
  {
    putAgendaItem:
      "提出议题，须在会议举办之前（委员会委员或书记）；举办之后，书记可以补记到次年 1 月 31 日。Puts an item on a meeting's agenda before the meeting is held; for whoever has a seat in the committee or runs it. Afterwards whoever runs it may add what was discussed, up to 31 January of the next year.",
  },
);

export const RemoveAgendaItem = mutations(
  { field: "activity", type: ActivityType, description: "会议。The meeting." },
  { inputs, service },
  {
    removeAgendaItem:
      "撤下议题，须在会议举办之前（提出单位的委员，或书记）；举办之后，由书记更正到次年 1 月 31 日。Takes an item off the agenda before the meeting is held; for the unit that proposed it or whoever runs the committee. Afterwards whoever runs it corrects the agenda, up to 31 January of the next year.",
  },
);

export const ActivityAgenda = fields<ActivityRow, AgendaItemContext>(() => ActivityType, {
  agendaItems: field(
    () => [AgendaItemType],
    {
      description:
        "会议议程，按次序；不是会议的为空。The agenda of a meeting, in order; empty for other activities.",
    },
    ({ id, kind }, { agendaItems }) => (kind === "MEETING" ? agendaItems.ofActivity.load(id) : []),
  ),
});
