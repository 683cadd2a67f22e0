import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { requireCount } from "@alliance-hub/platform/change/require-count";
import { requireText } from "@alliance-hub/platform/change/require-text";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { badInput, conflict, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import type { MembersContext } from "../../context.ts";
import type { MembersTables } from "../../database.ts";
import { REGISTRATION_STATES, Registration } from "./registration.entity.ts";
import type {
  AcceptRegistrationInput,
  RegisterWithCommunityInput,
  ReturnRegistrationInput,
} from "./registration.input.ts";
import type { RegistrationRow } from "./registration.loaders.ts";
import { can } from "./registration.policy.ts";

/**
 * Registers a unit with a community.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` where one waits or was accepted.
 */
export async function registerWithCommunity(
  context: MembersContext,
  input: RegisterWithCommunityInput,
): Promise<RegistrationRow> {
  const directory = createDirectory(context.rows);
  const organization = await requireOrganization(directory, input.organizationId);
  const { id: organizationId } = organization;
  const community = await directory.region(input.communityCode);
  if (!community) throw notFound("Region", input.communityCode);
  const { code: communityCode, level, path: regionPath, allianceCode } = community;
  if (
    !can(context.viewer, "submit", {
      state: "SUBMITTED",
      organizationId,
      regionPath,
      committeeIds: [],
    })
  ) {
    throw forbidden(
      context.viewer,
      `Only a liaison of ${organizationId} may register it with a community.`,
    );
  }
  if (level !== "COMMUNITY" || allianceCode === null) {
    throw badInput(
      "communityCode",
      `"communityCode" ${communityCode} is a ${level}. Give the code of a COMMUNITY.`,
    );
  }
  if (allianceCode !== organization.allianceCode) {
    throw badInput(
      "communityCode",
      `"communityCode" ${communityCode} lies in alliance ${allianceCode}, the unit in ${organization.allianceCode}. Give a community of ${organization.allianceCode}.`,
    );
  }
  const headcount = requireCount("headcount", input.headcount);
  return await change(
    context,
    {
      action: "registerWithCommunity",
      input,
      reload: (id) => context.registrations.byId.load(id),
      constraints: {
        registration_one_standing: () =>
          conflict(
            `${organizationId} is registered with ${communityCode}, or waits for its answer. Find it with organization(id:) { registrations }.`,
          ),
      },
    },
    async ({ em, now }) => {
      const record = em.create(Registration, {
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        organizationId,
        communityCode,
        headcount,
        state: "SUBMITTED",
        responsible: false,
        submittedAt: now,
        acceptedAt: null,
        returnedAt: null,
        returnReason: null,
        regionCode: communityCode,
        regionPath,
        allianceCode,
      });
      return {
        record,
        audit: { noun: "Registration", recordId: record.id, organizationId, regionPath },
      };
    },
  );
}

/**
 * Accepts a registration.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION` once it was answered.
 */
export async function acceptRegistration(
  context: MembersContext,
  input: AcceptRegistrationInput,
): Promise<RegistrationRow> {
  return await answer(
    context,
    { action: "acceptRegistration", input, to: "ACCEPTED" },
    (record, now) => {
      record.acceptedAt = now;
      record.responsible = input.responsible ?? false;
    },
  );
}

/**
 * Sends a registration back.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function returnRegistration(
  context: MembersContext,
  input: ReturnRegistrationInput,
): Promise<RegistrationRow> {
  const reason = requireText("reason", input.reason, { maxLength: 200 });
  return await answer(
    context,
    { action: "returnRegistration", input, to: "RETURNED" },
    (record, now) => {
      record.returnedAt = now;
      record.returnReason = reason;
    },
  );
}

/** The community's answer, whichever it is. */
async function answer(
  context: MembersContext,
  step: {
    action: string;
    input: AcceptRegistrationInput | ReturnRegistrationInput;
    to: "ACCEPTED" | "RETURNED";
  },
  note: (record: Registration, now: Date) => void,
): Promise<RegistrationRow> {
  const { action, input, to } = step;
  return await change(
    context,
    { action, input, reload: (id) => context.registrations.byId.load(id) },
    async (work) => {
      const { em, now } = work;
      const record = isId(input.id)
        ? await em.findOne(Registration, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (!record) throw notFound("Registration", input.id);
      const { organizationId, communityCode, regionPath, state } = record;
      const place = {
        organizationId,
        regionPath,
        state,
        committeeIds: await committeesOf(work, communityCode),
      };
      if (!can(context.viewer, "read", place)) throw notFound("Registration", input.id);
      if (!can(context.viewer, "answer", place)) {
        throw forbidden(
          context.viewer,
          `Only who runs a committee of ${communityCode} or an operator may answer its registrations.`,
        );
      }
      requireVersion(record, input.version);
      requireTransition(REGISTRATION_STATES, record, { noun: "Registration", to });
      record.state = to;
      record.updatedAt = now;
      note(record, now);
      return {
        record,
        audit: { noun: "Registration", recordId: record.id, organizationId, regionPath },
      };
    },
  );
}

async function committeesOf(
  { rows }: Work<MembersTables>,
  communityCode: string,
): Promise<string[]> {
  const found = await rows
    .selectFrom("directory.committee")
    .select("id")
    .where("regionCode", "=", communityCode)
    .execute();
  return found.map(({ id }) => id);
}
