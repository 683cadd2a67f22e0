import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { fields, personal } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { ownerFields } from "@alliance-hub/platform/noun/owner";
import { listQuery } from "@alliance-hub/platform/noun/queries";
import { maskedName } from "@alliance-hub/platform/text/masked-name";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./contact-card.input.ts";
import type { ContactCardContext, ContactCardRow } from "./contact-card.loaders.ts";
import * as service from "./contact-card.service.ts";
import { ContactCardConnection, ContactCardType } from "./contact-card.type.ts";

export const ContactCardList = listQuery({
  name: "contactCards",
  connection: ContactCardConnection,
  filter: inputs.ContactCardFilter,
  isSpread: true,
  description: "连心卡列表，新的在前。Contact cards, newest first.",
  list: ({ contactCards }: ContactCardContext, filter) => contactCards.list(filter),
});

export const ContactCardFields = fields<ContactCardRow, ContactCardContext>(() => ContactCardType, {
  holderName: personal("holderName", service.mayReadHolder, {
    description:
      "姓名；本人未同意公开的，仅本单位可见全名。Name of the holder. Without the holder's consent it is masked for everybody but the unit itself.",
    masked: maskedName,
  }),
  officePhone: personal("officePhone", service.mayReadHolder, {
    description:
      "办公电话；本人未同意公开的，仅本单位可见。Office telephone. Without the holder's consent only the unit itself can see it.",
  }),
  ...ownerFields(
    () => OrganizationRef,
    () => CommitteeRef,
  ),
});

export const ContactCardMutations = mutations(
  {
    field: "contactCard",
    type: ContactCardType,
    description: "连心卡。The contact card.",
    by: {
      zh: "本单位联络员，或该委员会书记",
      en: "the unit's liaison or the committee's secretary",
    },
  },
  { inputs, service },
  {
    makeContactCard: { zh: "制作连心卡", en: "Makes a contact card" },
    updateContactCard: { zh: "更改连心卡", en: "Changes a contact card" },
    withdrawContactCard: { zh: "撤回连心卡", en: "Withdraws a contact card" },
  },
);

const list = { name: "contactCards", connection: ContactCardConnection };
export const OrganizationContactCards = connectionField({
  ...list,
  on: () => OrganizationRef,
  description: "本单位的连心卡，新的在前。Its contact cards, newest first.",
  pages: ({ contactCards }: ContactCardContext) => contactCards.ofOrganization,
});
export const CommitteeContactCards = connectionField({
  ...list,
  on: () => CommitteeRef,
  description: "委员会的连心卡，新的在前。Its contact cards, newest first.",
  pages: ({ contactCards }: ContactCardContext) => contactCards.ofCommittee,
});
