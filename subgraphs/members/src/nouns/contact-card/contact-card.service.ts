import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { type NotedReadings, notedReadings } from "@alliance-hub/platform/change/noted-readings";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import {
  checked,
  checkedOrNull,
  checkedWhereGiven,
  emptiedWhereNull,
} from "@alliance-hub/platform/limits/checked";
import { requireOwner } from "@alliance-hub/platform/directory/owner";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { ContactCard } from "./contact-card.entity.ts";
import {
  LIMITS,
  type MakeContactCardInput,
  type UpdateContactCardInput,
  type WithdrawContactCardInput,
} from "./contact-card.input.ts";
import type { ContactCardContext, ContactCardRow } from "./contact-card.loaders.ts";
import { can } from "./contact-card.policy.ts";

const changes = recordChanges({
  noun: "ContactCard",
  entity: ContactCard,
  reload: ({ contactCards }: ContactCardContext, id): Promise<ContactCardRow | null> =>
    contactCards.byId.load(id),
  can,
  only: () => ({
    zh: "只有单位的联络员，或主持委员会的人，可以制作和更改连心卡。",
    en: "Only a liaison of the unit, or whoever runs the committee, may make and change its contact cards.",
  }),
  steps: { SHOWN: ["SHOWN", "WITHDRAWN"], WITHDRAWN: [] },
  stateOf: ({ withdrawnAt }) => (withdrawnAt === null ? "SHOWN" : "WITHDRAWN"),
  search: searchKeys,
});

/**
 * Makes the contact card of a post.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function makeContactCard(
  context: ContactCardContext,
  input: MakeContactCardInput,
): Promise<ContactCardRow> {
  const checks = new InputChecks();
  const owner = await checks.of(async () => {
    const placement = await requireOwner(createDirectory(context.rows), input);
    changes.require(context.viewer, "make", { ...placement, consentedAt: null });
    return placement;
  });
  const { post, holderName, ...others } = LIMITS;
  const given = await checks.of(() =>
    gathered({
      first: () => checked(input, { post, holderName }),
      rest: () => checkedOrNull(input, others),
    }),
  );
  checks.end();
  const { first, rest } = given();
  const details = { consented: input.consent ?? false };
  const mutation = { action: "makeContactCard", input, details };
  return await changes.create(context, mutation, ({ now }, create) =>
    create({ ...owner(), ...first, ...rest, consentedAt: input.consent ? now : null }),
  );
}

/**
 * Changes a contact card. The consent belongs to the holder, so another name needs a new consent.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function updateContactCard(
  context: ContactCardContext,
  input: UpdateContactCardInput,
): Promise<ContactCardRow> {
  const step = {
    action: "updateContactCard",
    may: "change",
    to: "SHOWN",
    given: () => checkedWhereGiven(input, LIMITS),
    input,
  } as const;
  return await changes.change(context, step, (card, { now }, fields) => {
    const given = fields();
    const isSame = given.holderName === undefined || given.holderName === card.holderName;
    const consented = input.consent ?? (isSame && card.consentedAt !== null);
    const consentedAt = consented ? (isSame && card.consentedAt) || now : null;
    Object.assign(card, given, emptiedWhereNull(input, CLEARABLE), { consentedAt });
    return { consented };
  });
}

/** What a card can do without. */
const CLEARABLE = ["officePhone", "hours"] as const;

/**
 * Withdraws a contact card, for example because nobody holds the post any more.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function withdrawContactCard(
  context: ContactCardContext,
  input: WithdrawContactCardInput,
): Promise<ContactCardRow> {
  const step = { action: "withdrawContactCard", may: "change", input } as const;
  return await changes.withdraw(context, step, (card) => {
    // The consent was for the card. Whoever still finds the withdrawn card by its key sees no name.
    card.consentedAt = null;
  });
}

/** Whether the viewer may see the holder. A reading without the holder's consent is recorded first. */
export async function mayReadHolder(
  card: ContactCardRow,
  { viewer, contactCardReadings }: ContactCardContext,
): Promise<boolean> {
  if (!can(viewer, "readHolder", card)) return false;
  if (card.consentedAt === null) await contactCardReadings.load(card);
  return true;
}

/** Records who reads a holder without the holder's consent, for one call. */
export function createContactCardReadings(context: BaseContext): NotedReadings {
  return notedReadings(context, { noun: "ContactCard", action: "readContactCard" });
}

/**
 * Everybody finds it by the post, and by the name if the holder has consented. The unit itself finds it by
 * both.
 */
export function searchKeys(card: Pick<ContactCardRow, "post" | "holderName" | "consentedAt">) {
  const { post, holderName, consentedAt } = card;
  const { searchKey: searchOwnKey } = searchColumns(post, holderName);
  return { ...searchColumns(post, consentedAt && holderName), searchOwnKey };
}
