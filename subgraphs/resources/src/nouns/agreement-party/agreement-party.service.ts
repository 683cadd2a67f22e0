import { type CommitteeEntry, createDirectory } from "@alliance-hub/platform/directory/directory";
import { HubError, badInput, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireCommittee, unitsAmong } from "@alliance-hub/platform/directory/committee-units";
import type { BaseContext, WithDirectory, Work } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import { AgreementParty } from "./agreement-party.entity.ts";

const FEWEST_PARTIES = 2;
const MOST_PARTIES = 20;

/** Rejects too few or too many parties, and duplicates. @throws HubError `BAD_USER_INPUT`. */
export function requireParties(partyIds: readonly string[]): void {
  const different = new Set(partyIds).size;
  if (different === partyIds.length && different >= FEWEST_PARTIES && different <= MOST_PARTIES)
    return;
  throw badInput("partyIds", {
    zh: `各方有 ${partyIds.length} 个，其中不同的 ${different} 个；应为 ${FEWEST_PARTIES} 至 ${MOST_PARTIES} 个不同的单位。请增减。`,
    en: `"partyIds" has ${partyIds.length} entries, ${different} of them different; it must name ${FEWEST_PARTIES} to ${MOST_PARTIES} different organisations.`,
  });
}

/**
 * Each party must be a member unit of the committee, or the organisation that it belongs to.
 *
 * @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`.
 */
export async function requireUnits(
  context: Pick<BaseContext, "rows"> & WithDirectory,
  committee: CommitteeEntry,
  partyIds: readonly string[],
): Promise<void> {
  const known = await context.directory.organizations(partyIds.filter(isId));
  const unknown = partyIds.find((id) => !known.some((organization) => organization.id === id));
  if (unknown !== undefined) throw notFound("Organization", unknown, "partyIds");
  const units = await unitsAmong(context.rows, committee, partyIds);
  const stranger = partyIds.find((id) => !units.includes(id));
  if (stranger !== undefined) {
    const name = known.find(({ id }) => id === stranger)?.name ?? stranger;
    throw badInput("partyIds", {
      zh: `${name}不是${committee.name}的成员单位。请先让它加入，或者不列入各方。`,
      en: `"partyIds" names ${name}, which is not a member unit of ${committee.name}. Let it join with joinCommittee, or leave it out.`,
    });
  }
}

/**
 * Rejects a step of an agreement if one of these parties has left its committee, because the agreement can no
 * longer bind that party there.
 *
 * @throws HubError `ILLEGAL_TRANSITION`, naming the party and the way out.
 */
export async function requireStillUnits(
  rows: BaseContext["rows"],
  agreement: { readonly id: string; readonly committeeId: string; readonly state: string },
  partyIds: readonly string[],
): Promise<void> {
  const { committeeId, state } = agreement;
  const directory = createDirectory(rows);
  const committee = await requireCommittee(directory, committeeId);
  const units = await unitsAmong(rows, committee, partyIds);
  const left = partyIds.find((partyId) => !units.includes(partyId));
  if (left === undefined) return;
  const name = (await directory.organization(left))?.name ?? left;
  const end =
    state === "DRAFT"
      ? { zh: "另拟一份不含它的协议", en: "draft another without it" }
      : { zh: "终止此提议", en: "end the proposal with terminateAgreement" };
  throw new HubError(
    "ILLEGAL_TRANSITION",
    {
      zh: `${name}已退出${committee.name}，协议不能再约束它。请让它重新加入，或者${end.zh}。`,
      en: `Party ${name} has left ${committee.name}, so the agreement cannot bind it there. Let it join again with joinCommittee, or ${end.en}.`,
    },
    { state, allowed: state === "DRAFT" ? [] : ["TERMINATED"] },
  );
}

/** Adds the parties of a new agreement to the unit of work, in order and unsigned. */
export function writeParties(
  em: Work<unknown>["em"],
  agreement: { readonly id: string; readonly partyIds: readonly string[] },
): void {
  for (const [i, organizationId] of agreement.partyIds.entries()) {
    const unsigned = { signedAt: null, signedBy: null, signedHash: null };
    em.create(AgreementParty, {
      agreementId: agreement.id,
      organizationId,
      position: i + 1,
      ...unsigned,
    });
  }
}

/** Takes the parties of a draft away: others take their place. */
export async function clearParties(em: Work<unknown>["em"], agreementId: string): Promise<void> {
  await em.nativeDelete(AgreementParty, { agreementId });
}

/** A signature of a party: when, by whom, and of which text. */
export interface PartySignature {
  readonly now: Date;
  readonly by: string;
  readonly hash: string;
}

/** Notes the signature of a party of a locked agreement. */
export function signFor(party: AgreementParty, { now, by, hash }: PartySignature): void {
  Object.assign(party, { signedAt: now, signedBy: by, signedHash: hash });
}
