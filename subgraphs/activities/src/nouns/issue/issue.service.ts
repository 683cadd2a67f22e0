import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee, unitsAmong } from "@alliance-hub/platform/directory/committee-units";
import { placeOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { ISSUE_STEPS, Issue } from "./issue.entity.ts";
import { LIMITS, type RaiseIssueInput, type ResolveIssueInput } from "./issue.input.ts";
import type { IssueContext, IssueRow } from "./issue.loaders.ts";
import { BEYOND, type Matter, can, canRead } from "./issue.policy.ts";

const changes = recordChanges({
  noun: "Issue",
  entity: Issue,
  reload: ({ issues }: IssueContext, id): Promise<IssueRow | null> => issues.byId.load(id),
  judged: (issue: Issue): Issue | Matter => issue,
  mayRead: (viewer, issue) => "audience" in issue && canRead(viewer, issue),
  can,
  only: ({ committeeId, ownerId }, action) =>
    action === "resolve"
      ? `Only a liaison of the owner ${ownerId} or whoever runs committee ${committeeId} may resolve this issue.`
      : `Only whoever runs committee ${committeeId}, has a seat there or is liaison of one of its units may raise issues there.`,
  steps: ISSUE_STEPS,
  note: ({ ownerId, regionPath }, { viewer }) => ({
    organizationId: actsFor(viewer, ownerId) ? ownerId : null,
    regionPath,
  }),
});

/**
 * Raises an issue before a committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function raiseIssue(context: IssueContext, input: RaiseIssueInput): Promise<IssueRow> {
  const { viewer } = context;
  const committee = await requireCommittee(context.directory, input.committeeId);
  const { id: ownerId } = await requireOrganization(context.directory, input.ownerId);
  const units = await unitsAmong(context.rows, committee, [ownerId, ...viewer.organizationIds]);
  const unitIds = units.filter((id) => viewer.organizationIds.includes(id));
  const matter = { committeeId: committee.id, ownerId, unitIds };
  changes.require(viewer, "raise", matter);
  const audience = input.audience ?? "COMMITTEE";
  if (BEYOND.includes(audience) && !can(viewer, "raiseBeyond", matter)) {
    throw forbidden(
      viewer,
      `"audience" ${audience} shows the issue to more than committee ${committee.id}; only whoever runs that committee may raise such an issue. Choose COMMITTEE or PARTIES, or ask its secretary.`,
    );
  }
  if (!units.includes(ownerId)) {
    throw badInput(
      "ownerId",
      `"ownerId" ${ownerId} is not a member unit of committee ${committee.id}. Let it join with joinCommittee, or name a member unit.`,
    );
  }
  const issue = {
    committeeId: committee.id,
    ownerId,
    activityId: await requireOccasion(context, committee.id, input.activityId),
    ...checked(input, { title: LIMITS.title }),
    ...checkedOrNull(input, { measure: LIMITS.measure }),
    deadline: requireDeadline(input.deadline, shanghaiDay(context.clock())),
    audience,
    ...placeOf(committee),
  };
  if (!canRead(viewer, issue)) {
    throw badInput(
      "audience",
      `"audience" ${issue.audience} would hide the issue from you. Choose COMMITTEE, or ask its owner or whoever runs the committee to raise it.`,
    );
  }
  const actingFor = unitIds.find((id) => actsFor(viewer, id)) ?? null;
  return await changes.create(
    context,
    { action: "raiseIssue", input, actingFor },
    ({ now }, create) => create({ ...issue, state: "RAISED", raisedAt: now }),
  );
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
  const outcome = LIMITS.outcome.check("outcome", input.outcome);
  const step = { action: "resolveIssue", may: "resolve", to: "RESOLVED", input } as const;
  return await changes.change(context, step, (issue, { now }) => {
    Object.assign(issue, { outcome, resolvedAt: now });
  });
}

/**
 * The activity at which an issue was raised must belong to the same committee, and the viewer must be able to
 * see it.
 */
async function requireOccasion(
  context: IssueContext,
  committeeId: string,
  id: string | null | undefined,
): Promise<string | null> {
  if (id == null) return null;
  const activity = await context.activities.byId.load(id);
  if (!activity) throw notFound("Activity", id);
  if (activity.committeeId !== committeeId) {
    throw badInput(
      "activityId",
      `"activityId" is an activity of committee ${activity.committeeId}, not of ${committeeId}. Name one of the same committee, or leave it out.`,
    );
  }
  return activity.id;
}

function requireDeadline(deadline: string | null | undefined, today: string): string | null {
  if (deadline == null) return null;
  if (deadline < today) {
    throw badInput(
      "deadline",
      `"deadline" ${deadline} is before today, ${today}. Give today or a later day.`,
    );
  }
  return deadline;
}
