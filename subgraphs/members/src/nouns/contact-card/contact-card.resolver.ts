import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutation, mutations } from "@alliance-hub/platform/noun/mutations";
import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { maskedName } from "@alliance-hub/platform/text/masked-name";
import { Args, Ctx, Query, Resolver } from "type-graphql";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import {
  COMMITTEE,
  ContactCardArgs,
  UNIT,
  MakeContactCardInput,
  UpdateContactCardInput,
  WithdrawContactCardInput,
} from "./contact-card.input.ts";
import type { ContactCardContext, ContactCardRow } from "./contact-card.loaders.ts";
import {
  makeContactCard,
  mayReadHolder,
  updateContactCard,
  withdrawContactCard,
} from "./contact-card.service.ts";
import { ContactCardConnection, ContactCardType } from "./contact-card.type.ts";

@Resolver(() => ContactCardType)
export class ContactCardResolver {
  @Query(() => ContactCardConnection, {
    description: "连心卡列表，新的在前。Contact cards, newest first.",
  })
  async contactCards(
    @Args(() => ContactCardArgs) args: ContactCardArgs,
    @Ctx() context: ContactCardContext,
  ): Promise<Page<ContactCardRow>> {
    return await fetchPage(context, await context.contactCards.list(args), { page: args });
  }
}

export const ContactCardFields = fields<ContactCardRow, ContactCardContext>(() => ContactCardType, {
  holderName: field(
    () => String,
    {
      description:
        "姓名；本人未同意公开的，仅本单位可见全名。Name of the holder. Without the holder's consent it is masked for everybody but the unit itself.",
    },
    async (card, context) =>
      (await mayReadHolder(context, card)) ? card.holderName : maskedName(card.holderName),
  ),
  officePhone: field(
    () => String,
    {
      nullable: true,
      description:
        "办公电话；本人未同意公开的，仅本单位可见。Office telephone. Without the holder's consent only the unit itself can see it.",
    },
    async (card, context) => ((await mayReadHolder(context, card)) ? card.officePhone : null),
  ),
  organization: reference(() => OrganizationRef, "organizationId", UNIT),
  committee: reference(() => CommitteeRef, "committeeId", COMMITTEE),
});

export const ContactCardMutations = mutations(
  { field: "contactCard", type: ContactCardType, description: "连心卡。The contact card." },
  {
    makeContactCard: mutation(
      MakeContactCardInput,
      makeContactCard,
      "制作连心卡（本单位联络员，或该委员会书记）。Makes a contact card; for the unit's liaison or the committee's secretary.",
    ),
    updateContactCard: mutation(
      UpdateContactCardInput,
      updateContactCard,
      "更改连心卡（本单位联络员，或该委员会书记）。Changes a contact card; for the unit's liaison or the committee's secretary.",
    ),
    withdrawContactCard: mutation(
      WithdrawContactCardInput,
      withdrawContactCard,
      "撤回连心卡（本单位联络员，或该委员会书记）。Withdraws a contact card; for the unit's liaison or the committee's secretary.",
    ),
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
