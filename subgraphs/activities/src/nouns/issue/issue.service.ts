import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { optionalText, requireText } from "@alliance-hub/platform/change/require-text";
import { badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee, unitsAmong } from "@alliance-hub/platform/directory/committee-units";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { isId } from "@alliance-hub/platform/keys/loader";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { LockMode } from "@mikro-orm/core";
import type { ActivitiesContext } from "../../context.ts";
import { ISSUE_STEPS, Issue } from "./issue.entity.ts";
import type { RaiseIssueInput, ResolveIssueInput } from "./issue.input.ts";
import type { IssueRow } from "./issue.loaders.ts";
import { BEYOND, can, canRead } from "./issue.policy.ts";

const TITLE = { maxLength: 100 };
const TEXT = { maxLength: 500, multiline: true };

/**
 * Raises an issue before a committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function raiseIssue(
  context: ActivitiesContext,
  input: RaiseIssueInput,
): Promise<IssueRow> {
  const { viewer } = context;
  const committee = await requireCommittee(context.directory, input.committeeId);
  const { id: ownerId } = await requireOrganization(context.directory, input.ownerId);
  const units = await unitsAmong(context.rows, committee, [ownerId, ...viewer.organizationIds]);
  const unitIds = units.filter((id) => viewer.organizationIds.includes(id));
  const matter = { committeeId: committee.id, ownerId, unitIds };
  if (!can(viewer, "raise", matter)) {
    throw forbidden(
      viewer,
      `Only who runs ${committee.id}, has a seat there or is liaison of one of its units may raise issues there.`,
    );
  }
  const audience = input.audience ?? "COMMITTEE";
  if (BEYOND.includes(audience) && !can(viewer, "raiseBeyond", matter)) {
    throw forbidden(
      viewer,
      `"audience" ${audience} shows the issue beyond ${committee.id}; only who runs that committee may raise it so. Choose COMMITTEE or PARTIES, or ask its secretary.`,
    );
  }
  if (!units.includes(ownerId)) {
    throw badInput(
      "ownerId",
      `"ownerId" ${ownerId} is no member unit of ${committee.id}. Let it join with joinCommittee, or name a unit that has joined.`,
    );
  }
  const { regionCode, regionPath, allianceCode } = committee;
  const issue = {
    committeeId: committee.id,
    ownerId,
    activityId: await requireOccasion(context, committee.id, input.activityId),
    title: requireText("title", input.title, TITLE),
    measure: optionalText("measure", input.measure, TEXT),
    deadline: requireDeadline(input.deadline, shanghaiDay(context.clock())),
    audience,
    regionCode,
    regionPath,
    allianceCode,
  };
  if (!canRead(viewer, issue)) {
    throw badInput(
      "audience",
      `"audience" ${issue.audience} would hide the issue from you. Choose COMMITTEE, or let its owner or who runs the committee raise it.`,
    );
  }
  return await change(
    context,
    { action: "raiseIssue", input, reload: (id) => context.issues.byId.load(id) },
    async ({ em, now }) => {
      const record = em.create(Issue, {
        ...issue,
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        state: "RAISED",
        raisedAt: now,
        resolvedAt: null,
        outcome: null,
      });
      const organizationId = unitIds.find((id) => actsFor(viewer, id)) ?? null;
      return { record, audit: { noun: "Issue", recordId: record.id, organizationId, regionPath } };
    },
  );
}

/**
 * Closes an issue with what came of it.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function resolveIssue(
  context: ActivitiesContext,
  input: ResolveIssueInput,
): Promise<IssueRow> {
  const outcome = requireText("outcome", input.outcome, TEXT);
  const { viewer } = context;
  return await change(
    context,
    { action: "resolveIssue", input, reload: (id) => context.issues.byId.load(id) },
    async ({ em, now }) => {
      const record = isId(input.id)
        ? await em.findOne(Issue, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (!record || !canRead(viewer, record)) throw notFound("Issue", input.id);
      if (!can(viewer, "resolve", record)) {
        throw forbidden(
          viewer,
          `Only a liaison of the owner ${record.ownerId} or who runs ${record.committeeId} may resolve issue ${record.id}.`,
        );
      }
      requireVersion(record, input.version);
      requireTransition(ISSUE_STEPS, record, { noun: "Issue", to: "RESOLVED" });
      Object.assign(record, { state: "RESOLVED", outcome, resolvedAt: now, updatedAt: now });
      const organizationId = actsFor(viewer, record.ownerId) ? record.ownerId : null;
      return {
        record,
        audit: {
          noun: "Issue",
          recordId: record.id,
          organizationId,
          regionPath: record.regionPath,
        },
      };
    },
  );
}

/** The activity at which an issue came up must be one of the same committee that the viewer may see. */
async function requireOccasion(
  context: ActivitiesContext,
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
