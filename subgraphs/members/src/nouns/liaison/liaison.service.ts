import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { LASTING, recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireSubject } from "@alliance-hub/platform/change/require-subject";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { conflict } from "@alliance-hub/platform/errors/hub-error";
import { checked } from "@alliance-hub/platform/limits/checked";
import { placeOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import { Liaison } from "./liaison.entity.ts";
import {
  type EndLiaisonInput,
  LIMITS,
  type NameLiaisonInput,
  type UpdateLiaisonInput,
} from "./liaison.input.ts";
import type { LiaisonContext, LiaisonRow } from "./liaison.loaders.ts";
import { can } from "./liaison.policy.ts";
import { noticesOfLiaison } from "./liaison.notices.ts";

const changes = recordChanges({
  noun: "Liaison",
  entity: Liaison,
  reload: ({ liaisons }: LiaisonContext, id): Promise<LiaisonRow | null> => liaisons.byId.load(id),
  mayRead: (viewer, liaison) => can(viewer, "read", liaison),
  can,
  only: () => ({
    zh: "只有当地的平台管理员，或该单位的联络员，可以确定或结束它的联络员。",
    en: "Only an operator of its region or a liaison of the unit may name or end its liaisons.",
  }),
  steps: LASTING,
  stateOf: ({ endedAt }) => (endedAt === null ? "LASTING" : "ENDED"),
  notices: noticesOfLiaison,
});

/**
 * Names a person who acts for a unit.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if the person is already a liaison of
 *   the unit.
 */
export async function nameLiaison(
  context: LiaisonContext,
  input: NameLiaisonInput,
): Promise<LiaisonRow> {
  const checks = new InputChecks();
  const named = await checks.of(async () => {
    const entry = await requireOrganization(createDirectory(context.rows), input.organizationId);
    changes.require(context.viewer, "name", { organizationId: entry.id, ...placeOf(entry) });
    return entry;
  });
  const given = await checks.of(() =>
    gathered({
      subject: () => requireSubject("subject", input.subject),
      texts: () => checked(input, LIMITS),
    }),
  );
  checks.end();
  const unit = named();
  const { subject, texts } = given();
  const liaison = { organizationId: unit.id, ...placeOf(unit), subject, ...texts };
  const constraints = {
    liaison_one_current: () =>
      conflict({
        zh: `${subject} 已是${unit.name}的联络员，无需再办理。`,
        en: `${JSON.stringify(subject)} is already liaison of ${unit.name}. You do not need to do anything.`,
      }),
  };
  return await changes.create(
    context,
    { action: "nameLiaison", input, constraints },
    (_work, create) => create(liaison),
  );
}

/**
 * Corrects the name of a liaison, also of one whose office has ended. The audit log says so, and keeps neither name.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`.
 */
export async function updateLiaison(
  context: LiaisonContext,
  input: UpdateLiaisonInput,
): Promise<LiaisonRow> {
  const given = () => checked(input, LIMITS);
  const step = { action: "updateLiaison", may: "update", given, input } as const;
  return await changes.change(context, step, (liaison, _work, texts) => {
    Object.assign(liaison, texts());
  });
}

/**
 * Ends a liaison's office.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function endLiaison(
  context: LiaisonContext,
  input: EndLiaisonInput,
): Promise<LiaisonRow> {
  const step = { action: "endLiaison", may: "end", to: "ENDED", input } as const;
  return await changes.change(context, step, (liaison, { now }) => {
    liaison.endedAt = now;
  });
}
