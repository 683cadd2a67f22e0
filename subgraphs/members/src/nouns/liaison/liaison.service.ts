import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { requireSubject } from "@alliance-hub/platform/change/require-subject";
import { requireText } from "@alliance-hub/platform/change/require-text";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import {
  conflict,
  forbidden,
  illegalTransition,
  notFound,
} from "@alliance-hub/platform/errors/hub-error";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import type { MembersContext } from "../../context.ts";
import { Liaison } from "./liaison.entity.ts";
import type { EndLiaisonInput, NameLiaisonInput } from "./liaison.input.ts";
import type { LiaisonRow } from "./liaison.loaders.ts";
import { can } from "./liaison.policy.ts";

/**
 * Names a person who acts for a unit.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if the person does already.
 */
export async function nameLiaison(
  context: MembersContext,
  input: NameLiaisonInput,
): Promise<LiaisonRow> {
  const {
    id: organizationId,
    regionCode,
    regionPath,
    allianceCode,
  } = await requireOrganization(createDirectory(context.rows), input.organizationId);
  if (!can(context.viewer, "name", { organizationId, regionPath, allianceCode })) {
    throw forbidden(
      context.viewer,
      `Only an operator of ${regionCode} or a liaison of ${organizationId} may name its liaisons.`,
    );
  }
  const liaison = {
    organizationId,
    regionCode,
    regionPath,
    allianceCode,
    subject: requireSubject("subject", input.subject),
    name: requireText("name", input.name, { maxLength: 50 }),
  };
  return await change(
    context,
    {
      action: "nameLiaison",
      input,
      reload: (id) => context.liaisons.byId.load(id),
      constraints: {
        liaison_one_current: () =>
          conflict(
            `${JSON.stringify(liaison.subject)} is liaison of ${organizationId} already. Nothing needs to be done.`,
          ),
      },
    },
    async ({ em, now }) => {
      const record = em.create(Liaison, {
        ...liaison,
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        endedAt: null,
      });
      return {
        record,
        audit: { noun: "Liaison", recordId: record.id, organizationId, regionPath },
      };
    },
  );
}

/**
 * Ends what a person does for a unit.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function endLiaison(
  context: MembersContext,
  input: EndLiaisonInput,
): Promise<LiaisonRow> {
  return await change(
    context,
    { action: "endLiaison", input, reload: (id) => context.liaisons.byId.load(id) },
    async ({ em, now }) => {
      const record = isId(input.id)
        ? await em.findOne(Liaison, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (!record) throw notFound("Liaison", input.id);
      const { organizationId, regionCode, regionPath } = record;
      if (!can(context.viewer, "read", record)) throw notFound("Liaison", input.id);
      if (!can(context.viewer, "end", record)) {
        throw forbidden(
          context.viewer,
          `Only an operator of ${regionCode} or a liaison of ${organizationId} may end what a liaison does.`,
        );
      }
      requireVersion(record, input.version);
      if (record.endedAt !== null) {
        throw illegalTransition({
          noun: "Liaison",
          id: record.id,
          state: "ENDED",
          wanted: "ENDED",
          allowed: [],
        });
      }
      record.endedAt = now;
      record.updatedAt = now;
      return {
        record,
        audit: { noun: "Liaison", recordId: record.id, organizationId, regionPath },
      };
    },
  );
}
