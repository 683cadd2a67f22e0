import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { DiscardDraftPayload } from "@alliance-hub/platform/noun/discard-draft.type";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import { CollectionRoundType } from "../collection-round/collection-round.type.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./need.input.ts";
import type { NeedContext, NeedRow } from "./need.loaders.ts";
import * as service from "./need.service.ts";
import { NeedConnection, NeedType } from "./need.type.ts";

export const NeedQuery = recordQuery({
  name: "need",
  type: NeedType,
  description: "按编号查需求。One need by its id.",
  load: ({ needs }: NeedContext, id) => needs.byId.load(id),
});

export const NeedList = listQuery({
  name: "needs",
  connection: NeedConnection,
  filter: inputs.NeedFilter,
  description: "需求清单，新的在前。The list of needs, newest first.",
  list: ({ needs }: NeedContext, filter) => needs.list(filter),
});

export const NeedFields = fields<NeedRow, NeedContext>(() => NeedType, {
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "提出单位。The unit that needs it.",
  }),
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "向哪个委员会提出。The committee it is put to.",
  }),
  collectionRound: field(
    () => CollectionRoundType,
    {
      nullable: true,
      description:
        "响应哪次清单征集；不可见则为空。The collection round it answers; null if you may not see it.",
    },
    ({ collectionRoundId: id }, { collectionRounds }) =>
      id === null ? null : collectionRounds.byId.load(id),
  ),
});

export const NeedMutations = mutations(
  {
    field: "need",
    type: NeedType,
    description: "需求。The need.",
    by: { zh: "提出单位联络员", en: "the unit's liaison" },
  },
  { inputs, service },
  {
    postNeed: { zh: "提出需求", en: "Posts a need" },
    updateNeed: { zh: "更改需求", en: "Changes a need" },
    publishNeed: {
      zh: "发布草稿，或重新发布误撤的需求",
      en: "Publishes a draft, or again what was withdrawn by mistake",
    },
    withdrawNeed: { zh: "撤回需求", en: "Withdraws a need" },
  },
);

export const NeedDiscard = mutations(
  { payload: DiscardDraftPayload, by: { zh: "提出单位联络员", en: "the unit's liaison" } },
  { inputs, service },
  { discardNeed: { zh: "删除草稿，不能恢复", en: "Discards a draft for good" } },
);

const list = { name: "needs", connection: NeedConnection };

export const OrganizationNeeds = connectionField({
  ...list,
  on: () => OrganizationRef,
  description: "该单位已发布的需求，新的在前。The needs that the unit has published, newest first.",
  pages: ({ needs }: NeedContext) => needs.ofOrganization,
});

export const CommitteeNeeds = connectionField({
  ...list,
  on: () => CommitteeRef,
  description: "向该委员会提出的需求，新的在前。The needs put to it, newest first.",
  pages: ({ needs }: NeedContext) => needs.ofCommittee,
});
