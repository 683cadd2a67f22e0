import type { Directory, OrganizationEntry } from "./directory.ts";
import { badInput, notFound } from "../errors/hub-error.ts";
import { isId } from "../keys/loader.ts";
import { dayWords } from "../words/times.ts";
import type { Audience } from "@alliance-hub/sharing/audience";
import { requireCommittee } from "./committee-units.ts";
import type { RegionPath } from "@alliance-hub/sharing/place";

/** The place columns of a record. */
export interface Placement {
  readonly regionCode: string;
  readonly regionPath: RegionPath;
  readonly allianceCode: string;
}

/**
 * The organisation of an input, for whatever is new: one that has ended can do nothing new. `field` is the place of
 * its id there.
 *
 * @throws HubError `NOT_FOUND`; `BAD_USER_INPUT` if it has ended.
 */
export async function requireOrganization(
  directory: Directory,
  id: string,
  field = "organizationId",
): Promise<OrganizationEntry> {
  const organization = await requireKnownOrganization(directory, id, field);
  const { name, state, endedOn } = organization;
  if (state === "ACTIVE") return organization;
  const day = dayWords(endedOn ?? "");
  throw badInput(field, {
    zh: `${name}已于${day.zh}终止，不能再办理新的事项。请选择其他单位。`,
    en: `"${field}" is ${name}, which ended on ${day.en} and can do nothing new. Name another organisation.`,
  });
}

/** The same, whether or not it has ended. @throws HubError `NOT_FOUND`. */
export async function requireKnownOrganization(
  directory: Directory,
  id: string,
  field = "organizationId",
): Promise<OrganizationEntry> {
  const organization = isId(id) ? await directory.organization(id) : undefined;
  if (!organization) throw notFound("Organization", id, field);
  return organization;
}

/**
 * Where a unit's record belongs: to its committee's place if it names one, else to the unit's.
 *
 * @throws HubError `NOT_FOUND` for an unknown committee; `BAD_USER_INPUT` if the unit is not a member of it, or
 * if the record is shared with a committee and names none.
 */
export async function placementOf(
  directory: Directory,
  organization: OrganizationEntry,
  record: { readonly committeeId: string | null; readonly audience: Audience },
): Promise<Placement> {
  const { committeeId, audience } = record;
  if (committeeId === null) {
    if (audience === "COMMITTEE") {
      throw badInput("committeeId", {
        zh: "公开范围为委员会内，但没有选择委员会。请选择委员会，或改选其他公开范围。",
        en: `"audience" is COMMITTEE but "committeeId" is missing. Name the committee, or choose another audience.`,
      });
    }
    return placeOf(organization);
  }
  const committee = await requireCommittee(directory, committeeId);
  const belongs =
    committee.organizationId === organization.id ||
    (await directory.isMember(committee.id, organization.id));
  if (!belongs) {
    throw badInput("committeeId", {
      zh: `${organization.name}不是${committee.name}的成员单位。请选择它已加入的委员会，或先让它加入，也可以不选委员会。`,
      en: `"committeeId" is ${committee.name}, of which ${organization.name} is not a member unit. Name a committee that it has joined, let it join this one first, or leave "committeeId" out.`,
    });
  }
  return placeOf(committee);
}

/** The place columns of a record that has the place of its unit or committee. */
export function placeOf({ regionCode, regionPath, allianceCode }: Placement): Placement {
  return { regionCode, regionPath, allianceCode };
}
