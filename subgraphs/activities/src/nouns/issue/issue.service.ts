import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { dayWords } from "@alliance-hub/platform/words/times";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee, unitsAmong } from "@alliance-hub/platform/directory/committee-units";
import { placeOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { CommitteeEntry, OrganizationEntry } from "@alliance-hub/platform/directory/directory";
import type { Audience } from "@alliance-hub/sharing/audience";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { ISSUE_STEPS, Issue } from "./issue.entity.ts";
import { LIMITS, type RaiseIssueInput, type ResolveIssueInput } from "./issue.input.ts";
import type { IssueContext, IssueRow } from "./issue.loaders.ts";
import { BEYOND, type Matter, type ReadableIssue, can, canRead } from "./issue.policy.ts";
import { noticesOfIssue } from "./issue.notices.ts";

/** The changes of issues, in this folder and of the noun that corrects one. */
export const changes = recordChanges({
  noun: "Issue",
  entity: Issue,
  reload: ({ issues }: IssueContext, id): Promise<IssueRow | null> => issues.byId.load(id),
  judged: (issue: Issue): Issue | Matter => issue,
  mayRead: (viewer, issue) => "audience" in issue && canRead(viewer, issue),
  can,
  only: (_issue, action) =>
    action === "resolve" || action === "update"
      ? {
          zh: `只有责任单位的联络员，或主持该委员会的人，可以${action === "update" ? "更改" : "了结"}此问题。`,
          en: `Only a liaison of the owner or whoever runs the committee may ${action} this issue.`,
        }
      : {
          zh: "只有主持该委员会的人、该委员会的委员或其成员单位的联络员，可以提出问题。",
          en: "Only whoever runs the committee, has a seat there or is liaison of one of its units may raise issues there.",
        },
  steps: ISSUE_STEPS,
  note: ({ ownerId, regionPath }, { viewer }) => ({
    organizationId: actsFor(viewer, ownerId) ? ownerId : null,
    regionPath,
  }),
  notices: noticesOfIssue,
});

/**
 * Raises an issue before a committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function raiseIssue(context: IssueContext, input: RaiseIssueInput): Promise<IssueRow> {
  const { viewer } = context;
  const audience = input.audience ?? "COMMITTEE";
  const checks = new InputChecks();
  const committee = await checks.of(() => requireCommittee(context.directory, input.committeeId));
  const owner = await checks.of(() =>
    requireOrganization(context.directory, input.ownerId, "ownerId"),
  );
  const unitIds = await checks.of(() =>
    requireRaising(context, audience, { committee: committee(), owner: owner() }),
  );
  const occasion = await checks.of(() =>
    requireOccasion(context, committee().id, input.activityId),
  );
  const given = await checks.of(() => checkedIssue(input, context.clock()));
  await checks.of(() => {
    const { id: committeeId, allianceCode } = committee();
    requireReadable(context, { committeeId, allianceCode, ownerId: owner().id, audience });
  });
  checks.end();
  const issue = {
    committeeId: committee().id,
    ownerId: owner().id,
    activityId: occasion(),
    ...given(),
    audience,
    ...placeOf(committee()),
  };
  const actingFor = unitIds().find((id) => actsFor(viewer, id)) ?? null;
  return await changes.create(
    context,
    { action: "raiseIssue", input, actingFor },
    ({ now }, create) => create({ ...issue, state: "RAISED", raisedAt: now }),
  );
}

/** What the input says of an issue. @throws HubError `BAD_USER_INPUT`. */
function checkedIssue(input: RaiseIssueInput, now: Date) {
  const { first, rest, deadline } = gathered({
    first: () => checked(input, { title: LIMITS.title }),
    rest: () => checkedOrNull(input, { measure: LIMITS.measure }),
    deadline: () => requireDeadline(input.deadline, shanghaiDay(now)),
  });
  return { ...first, ...rest, deadline };
}

/**
 * The viewer's units that belong to the committee, if the viewer may raise the issue there.
 *
 * @throws HubError `FORBIDDEN`; `BAD_USER_INPUT` for an owner that does not belong to it.
 */
async function requireRaising(
  { rows, viewer }: IssueContext,
  audience: Audience,
  { committee, owner }: { committee: CommitteeEntry; owner: OrganizationEntry },
): Promise<string[]> {
  const ownerId = owner.id;
  const units = await unitsAmong(rows, committee, [ownerId, ...viewer.organizationIds]);
  const unitIds = units.filter((id) => viewer.organizationIds.includes(id));
  const matter = { committeeId: committee.id, ownerId, unitIds };
  changes.require(viewer, "raise", matter);
  if (BEYOND.includes(audience) && !can(viewer, "raiseBeyond", matter)) {
    throw forbidden(viewer, {
      zh: `所选公开范围超出${committee.name}，这样的问题只能由主持该委员会的人提出。请改选委员会内或相关方，或请其书记提出。`,
      en: `"audience" ${audience} shows the issue to more than ${committee.name}; only whoever runs that committee may raise such an issue. Choose COMMITTEE or PARTIES, or ask its secretary.`,
    });
  }
  requireMember(units, committee, owner);
  return unitIds;
}

/**
 * An issue is the matter of a unit of its committee.
 *
 * @param units the committee's units among those that were looked up.
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireMember(
  units: readonly string[],
  committee: Pick<CommitteeEntry, "name">,
  owner: Pick<OrganizationEntry, "id" | "name">,
): void {
  if (units.includes(owner.id)) return;
  throw badInput("ownerId", {
    zh: `${owner.name}不是${committee.name}的成员单位。请先让它加入，或选择成员单位。`,
    en: `"ownerId" ${owner.name} is not a member unit of ${committee.name}. Let it join with joinCommittee, or name a member unit.`,
  });
}

/** Nobody makes an issue disappear for themselves. @throws HubError `BAD_USER_INPUT`. */
export function requireReadable({ viewer }: IssueContext, issue: ReadableIssue): void {
  if (canRead(viewer, issue)) return;
  throw badInput("audience", {
    zh: "按所选公开范围，您自己将看不到此问题。请改选委员会内，或请责任单位或主持委员会的人提出。",
    en: `"audience" ${issue.audience} would hide the issue from you. Choose COMMITTEE, or ask its owner or whoever runs the committee to raise it.`,
  });
}

/**
 * Closes an issue and records the result.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function resolveIssue(
  context: IssueContext,
  input: ResolveIssueInput,
): Promise<IssueRow> {
  const given = () => LIMITS.outcome.check("outcome", input.outcome);
  const step = { action: "resolveIssue", may: "resolve", to: "RESOLVED", given, input } as const;
  return await changes.change(context, step, (issue, { now }, outcome) => {
    Object.assign(issue, { outcome: outcome(), resolvedAt: now });
  });
}

/**
 * The activity at which an issue was raised must belong to the same committee, and the viewer must be able to
 * see it.
 */
export async function requireOccasion(
  context: IssueContext,
  committeeId: string,
  id: string | null | undefined,
): Promise<string | null> {
  if (id == null) return null;
  const activity = await context.activities.byId.load(id);
  if (!activity) throw notFound("Activity", id, "activityId");
  if (activity.committeeId !== committeeId) {
    throw badInput("activityId", {
      zh: `“${activity.title}”是另一个委员会的活动。请选择同一委员会的活动，或者不选。`,
      en: `"${activity.title}" is an activity of another committee. Name one of the same committee, or leave it out.`,
    });
  }
  return activity.id;
}

function requireDeadline(deadline: string | null | undefined, today: string): string | null {
  if (deadline == null) return null;
  if (deadline < today) {
    throw badInput("deadline", {
      zh: `期限${dayWords(deadline).zh}早于今天（${dayWords(today).zh}）。请填今天或以后。`,
      en: `"deadline" ${deadline} is before today, ${today}. Give today or a later day.`,
    });
  }
  return deadline;
}
