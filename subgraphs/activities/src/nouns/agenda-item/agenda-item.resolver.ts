import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { ActivityRow } from "../activity/activity.loaders.ts";
import { ActivityType } from "../activity/activity.type.ts";
import type { ActivitiesContext } from "../../context.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import {
  PutAgendaItemInput,
  PutAgendaItemPayload,
  RemoveAgendaItemInput,
  RemoveAgendaItemPayload,
} from "./agenda-item.input.ts";
import type { AgendaItemRow } from "./agenda-item.loaders.ts";
import { putAgendaItem, removeAgendaItem } from "./agenda-item.service.ts";
import { AgendaItemType } from "./agenda-item.type.ts";

@Resolver(() => AgendaItemType)
export class AgendaItemResolver {
  @FieldResolver(() => ActivityType, { nullable: true, description: "所属会议。The meeting." })
  activity(
    @Root() item: AgendaItemRow,
    @Ctx() context: ActivitiesContext,
  ): Promise<ActivityRow | null> {
    return context.activities.byId.load(item.activityId);
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "提出的单位。The unit that proposed it.",
  })
  proposedBy(@Root() item: AgendaItemRow): OrganizationRef | null {
    return item.proposedByOrganizationId === null ? null : { id: item.proposedByOrganizationId };
  }

  @Mutation(() => PutAgendaItemPayload, {
    description:
      "提出议题，会前方可（委员会委员或书记）。Puts an item on a meeting's agenda before it is held; for who has a seat or runs the committee.",
  })
  async putAgendaItem(
    @Arg("input", () => PutAgendaItemInput) input: PutAgendaItemInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ agendaItem: AgendaItemRow }> {
    return { agendaItem: await putAgendaItem(context, input) };
  }

  @Mutation(() => RemoveAgendaItemPayload, {
    description:
      "撤下议题，会前方可（提出单位的委员，或书记）。Takes an item off the agenda before the meeting is held; for the unit that proposed it or who runs the committee.",
  })
  async removeAgendaItem(
    @Arg("input", () => RemoveAgendaItemInput) input: RemoveAgendaItemInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ activity: ActivityRow }> {
    return { activity: await removeAgendaItem(context, input) };
  }
}

/** A meeting's agenda: a field of `Activity` that belongs to this noun. */
@Resolver(() => ActivityType)
export class ActivityAgendaResolver {
  @FieldResolver(() => [AgendaItemType], {
    description:
      "会议议程，按次序；非会议则空。The agenda of a meeting, in its order; empty for others.",
  })
  agendaItems(
    @Root() activity: ActivityRow,
    @Ctx() context: ActivitiesContext,
  ): Promise<AgendaItemRow[]> | AgendaItemRow[] {
    return activity.kind === "MEETING" ? context.agendaItems.ofActivity.load(activity.id) : [];
  }
}
