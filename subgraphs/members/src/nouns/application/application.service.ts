import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireDay, tomorrow } from "@alliance-hub/platform/change/require-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { placeOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { conflict } from "@alliance-hub/platform/errors/hub-error";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import type { ApplicationAbout } from "@alliance-hub/platform/notices/concerned/of-members";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import type { Words } from "@alliance-hub/platform/words/words";
import type { MembershipTables } from "../membership/membership.loaders.ts";
import { enterMembership, requireSameAlliance } from "../membership/membership.service.ts";
import { APPLICATION_STATES, Application } from "./application.entity.ts";
import {
  type AcceptApplicationInput,
  type ApplyToCommitteeInput,
  LIMITS,
  type ReturnApplicationInput,
  type WithdrawApplicationInput,
} from "./application.input.ts";
import type {
  ApplicationContext,
  ApplicationRow,
  ApplicationTables,
} from "./application.loaders.ts";
import { type ApplicationAction, can } from "./application.policy.ts";
import { noticesOfApplication } from "./application.notices.ts";

/** An accepted application makes a membership. */
type Context = ApplicationContext & BaseContext<MembershipTables>;

const BY_UNIT: Words = {
  zh: "只有该单位的联络员可以代表它申请加入委员会，或撤回申请。",
  en: "Only a liaison of the unit may propose it for a committee, or withdraw that.",
};
const BY_COMMITTEE: Words = {
  zh: "只有主持该委员会的人，或当地的平台管理员，可以答复入会申请。",
  en: "Only whoever runs the committee, or an operator of its region, may answer its applications.",
};
const MAY_ONLY: Readonly<Record<ApplicationAction, Words>> = {
  read: BY_COMMITTEE,
  answer: BY_COMMITTEE,
  apply: BY_UNIT,
  withdraw: BY_UNIT,
};

const changes = recordChanges({
  noun: "Application",
  entity: Application,
  reload: ({ applications }: Context, id): Promise<ApplicationRow | null> =>
    applications.byId.load(id),
  mayRead: (viewer, application) => can(viewer, "read", application),
  can,
  only: (_application, action) => MAY_ONLY[action],
  steps: APPLICATION_STATES,
  notices: noticesOfApplication,
});

/**
 * Proposes a unit for a committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if it is a member already, or has applied.
 */
export async function applyToCommittee(
  context: Context,
  input: ApplyToCommitteeInput,
): Promise<ApplicationRow> {
  const directory = createDirectory(context.rows);
  const checks = new InputChecks();
  const to = await checks.of(() => requireCommittee(directory, input.committeeId));
  const unit = await checks.of(() => requireOrganization(directory, input.organizationId));
  const applied = await checks.of(() => {
    const application = {
      committeeId: to().id,
      organizationId: unit().id,
      ...placeOf(to()),
    };
    changes.require(context.viewer, "apply", application);
    return application;
  });
  await checks.of(() => requireSameAlliance(to(), unit()));
  const given = await checks.of(() => checkedOrNull(input, LIMITS));
  checks.end();
  const names = { committee: to().name, unit: unit().name };
  const constraints = {
    application_one_open: () =>
      conflict({
        zh: `${names.unit}已申请加入${names.committee}，正待答复，无需再申请。`,
        en: `${names.unit} has applied to ${names.committee} and waits for its answer. Find it with organization(id:) { applications }.`,
      }),
  };
  return await changes.create(
    context,
    { action: "applyToCommittee", input, constraints },
    async (work, create) => {
      const { committeeId, organizationId } = applied();
      if (await createDirectory(work.rows).isMember(committeeId, organizationId))
        throw conflict({
          zh: `${names.unit}已是${names.committee}的成员单位，无需申请。`,
          en: `${names.unit} is already a member of ${names.committee} and need not apply.`,
        });
      return create({ ...applied(), ...given(), state: "SUBMITTED" });
    },
  );
}

/**
 * Accepts an application: the unit becomes a member in the same transaction. If the committee has taken it in since
 * it applied, that membership stays.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function acceptApplication(
  context: Context,
  input: AcceptApplicationInput,
): Promise<ApplicationRow> {
  const now = context.clock();
  const given = () =>
    requireDay("joinedOn", input.joinedOn ?? shanghaiDay(now), { latest: tomorrow(now) });
  const constraints = {
    membership_one_current: () =>
      conflict({
        zh: "该单位刚刚已被吸收为成员单位。请刷新后重新办理。",
        en: "The unit has just been taken into the committee. Read the application again and repeat the step.",
      }),
  };
  const step = {
    action: "acceptApplication",
    may: "answer",
    to: "ACCEPTED",
    given,
    constraints,
    input,
  } as const;
  return await changes.change(context, step, async (application, work, joinedOn) => {
    const { committeeId, organizationId } = application;
    application.membershipId = await enterMembership(context, work, {
      committeeId,
      organizationId,
      ...placeOf(application),
      joinedOn: joinedOn(),
    });
    application.settledAt = work.now;
  });
}

/**
 * Sends an application back.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function returnApplication(
  context: Context,
  input: ReturnApplicationInput,
): Promise<ApplicationRow> {
  const given = () => REASON.check("reason", input.reason);
  const step = { action: "returnApplication", may: "answer", to: "RETURNED", input } as const;
  return await changes.change(context, { ...step, given }, (application, { now }, reason) => {
    application.settledAt = now;
    application.returnReason = reason();
  });
}

/**
 * Withdraws an application that waits. The unit can apply again.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function withdrawApplication(
  context: Context,
  input: WithdrawApplicationInput,
): Promise<ApplicationRow> {
  const step = { action: "withdrawApplication", may: "withdraw", to: "WITHDRAWN", input } as const;
  return await changes.change(context, step, (application, { now }) => {
    application.settledAt = now;
  });
}

/** Withdraws what a unit that leaves a committee has submitted there, in the caller's transaction. @returns those. */
export async function withdrawOpen(
  { rows, now }: Work<ApplicationTables>,
  of: { readonly committeeId: string; readonly organizationId: string },
): Promise<ApplicationAbout[]> {
  return await rows
    .updateTable("application")
    .set((is) => ({
      state: "WITHDRAWN",
      settledAt: now,
      updatedAt: now,
      version: is("version", "+", 1),
    }))
    .where("committeeId", "=", of.committeeId)
    .where("organizationId", "=", of.organizationId)
    .where("state", "=", "SUBMITTED")
    .returning(["id", "organizationId", "committeeId"])
    .execute();
}
