import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, personal, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery } from "@alliance-hub/platform/noun/queries";
import { TimeRangeType } from "@alliance-hub/platform/scalars/time-range";
import { Int } from "type-graphql";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { resourceColumns } from "../resource/resource.loaders.ts";
import { ResourceType } from "../resource/resource.type.ts";
import * as inputs from "./waiting-entry.input.ts";
import type { WaitingContext, WaitingRow } from "./waiting-entry.loaders.ts";
import { can } from "./waiting-entry.policy.ts";
import * as service from "./waiting-entry.service.ts";
import { WaitingEntryConnection, WaitingEntryType } from "./waiting-entry.type.ts";

export const WaitingEntryList = listQuery({
  name: "waitingEntries",
  connection: WaitingEntryConnection,
  filter: inputs.WaitingFilter,
  description:
    "本单位的候补，及对本单位资源的候补，新的在前。What your unit waits for, and who waits for its resources, newest first.",
  list: ({ waitingEntries }: WaitingContext, filter) => waitingEntries.list(filter),
});

export const WaitingEntryFields = fields<WaitingRow, WaitingContext>(() => WaitingEntryType, {
  during: field(
    () => TimeRangeType,
    { description: "时段。The time." },
    ({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }),
  ),
  resource: field(
    () => ResourceType,
    {
      nullable: true,
      description: "资源；不可见则为空。The resource; null if you may not see it.",
    },
    ({ resourceId }, { resources }, info) =>
      resources.with(resourceColumns.ofRecord(info)).load(resourceId),
  ),
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "候补单位。The unit that waits.",
  }),
  ahead: field(
    () => Int,
    {
      nullable: true,
      description:
        "排在前面的其他单位数：时段与之有重叠、先登记的；不在等候的为空。How many other units are before it: joined earlier, for a time that overlaps; null unless it waits.",
    },
    ({ id, state }, { waitingEntries }) =>
      state === "WAITING" ? waitingEntries.ahead.load(id) : null,
  ),
  purpose: personal("purpose", (entry, { viewer }) => can(viewer, "read", entry), {
    description: "用途，仅双方可见。What it is for. Only both sides can see it.",
  }),
});

export const WaitingEntryMutations = mutations(
  {
    field: "entry",
    type: WaitingEntryType,
    description: "候补。The waiting entry.",
    by: { zh: "候补单位联络员", en: "the liaison of the unit that waits" },
  },
  { inputs, service },
  {
    joinWaitingList: {
      zh: "候补：等候已被占用的时段，空出时按先后限时让出；同一时段每个单位候补一次，一项资源最多同时候补 20 个时段",
      en: "Joins the waiting list for a time that is taken; it is offered for a while when it becomes free, in order. A unit waits for a time once, and for at most 20 times of one resource",
    },
    withdrawWaiting: { zh: "退出候补", en: "Withdraws from a waiting list" },
  },
);

export const ResourceWaitingList = connectionField({
  on: () => ResourceType,
  name: "waitingList",
  connection: WaitingEntryConnection,
  description:
    "候补名单，按先后；提供单位见全部，其他单位只见自己的。Who waits for it, in order; its provider sees all of them, others their own.",
  pages: ({ waitingEntries }: WaitingContext) => waitingEntries.ofResource,
});
