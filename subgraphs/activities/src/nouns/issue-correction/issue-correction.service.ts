import { isOther } from "@alliance-hub/platform/change/is-other";
import { requireCommittee, unitsAmong } from "@alliance-hub/platform/directory/committee-units";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { badInput, forbidden } from "@alliance-hub/platform/errors/hub-error";
import { checkedWhereGiven, emptiedWhereNull } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { correctedFields } from "@alliance-hub/platform/notices/corrected-fields";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { dayWords } from "@alliance-hub/platform/words/times";
import { requireStillCorrectable } from "../../mechanisms/correction-time/correction-time.ts";
import type { Issue } from "../issue/issue.entity.ts";
import { LIMITS } from "../issue/issue.input.ts";
import type { IssueContext, IssueRow } from "../issue/issue.loaders.ts";
import { noticesOfIssueCorrection, noticesOfIssueReopening } from "../issue/issue.notices.ts";
import { can } from "../issue/issue.policy.ts";
import {
  changes,
  requireMember,
  requireOccasion,
  requireReadable,
} from "../issue/issue.service.ts";
import type { ReopenIssueInput, UpdateIssueInput } from "./issue-correction.input.ts";

/** What an issue can do without. */
const CLEARABLE = ["measure", "deadline", "activityId"] as const;
/** What the committee decides: the owner does not put off its own deadline. */
const DIRECTED = ["title", "ownerId", "deadline", "activityId", "audience"] as const;

/**
 * Changes an issue, and corrects one that is resolved. A call that changes nothing is told to nobody.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION` if it was resolved
 * too long ago.
 */
export async function updateIssue(
  context: IssueContext,
  input: UpdateIssueInput,
): Promise<IssueRow> {
  const given = () => checkedWhereGiven(input, LIMITS);
  const step = { action: "updateIssue", may: "update", given, input } as const;
  return await changes.change(context, step, async (issue, work, texts) => {
    requireOpenOrCorrectable(issue, work.now);
    const checks = new InputChecks();
    await checks.of(() => requireDirecting(context, issue, input));
    await checks.of(() => requireOutcomeOfResolved(issue, input));
    await checks.of(() => requireDeadlineAfterRaising(issue, input.deadline));
    const owner = await checks.of(() => ownerOf(context, issue, input.ownerId));
    const occasion = await checks.of(() =>
      requireOccasion(context, issue.committeeId, input.activityId),
    );
    checks.end();
    const audience = input.audience ?? issue.audience;
    const values = {
      ...texts(),
      ...(owner() === issue.ownerId ? {} : { ownerId: owner() }),
      ...(input.deadline == null ? {} : { deadline: input.deadline }),
      ...(occasion() === null ? {} : { activityId: occasion() }),
      audience,
      ...emptiedWhereNull(input, CLEARABLE),
    };
    const { committeeId, allianceCode } = issue;
    requireReadable(context, { committeeId, allianceCode, ownerId: owner(), audience });
    if (!isOther(issue, values)) return;
    const previousId = issue.ownerId;
    Object.assign(issue, values);
    const fields = correctedFields(work, "Issue", issue);
    await leaveNotices(context, work, noticesOfIssueCorrection(issue, { previousId, fields }));
  });
}

/**
 * Opens an issue again that was resolved by mistake. Its result goes; the audit log keeps it, with the reason.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION` if it is not resolved,
 * or was resolved too long ago.
 */
export async function reopenIssue(
  context: IssueContext,
  input: ReopenIssueInput,
): Promise<IssueRow> {
  const given = () => REASON.check("reason", input.reason);
  const step = { action: "reopenIssue", may: "resolve", to: "RAISED", given, input } as const;
  return await changes.change(context, step, async (issue, work, checkedReason) => {
    requireOpenOrCorrectable(issue, work.now);
    const reason = checkedReason();
    Object.assign(issue, { outcome: null, resolvedAt: null });
    await leaveNotices(context, work, noticesOfIssueReopening(issue, reason));
    return { reason };
  });
}

/** @throws HubError `ILLEGAL_TRANSITION`. */
function requireOpenOrCorrectable({ title, state, resolvedAt }: Readonly<Issue>, now: Date): void {
  if (resolvedAt !== null) requireStillCorrectable({ title, state, closedAt: resolvedAt }, now);
}

/** @throws HubError `FORBIDDEN`. */
function requireDirecting(
  { viewer }: IssueContext,
  issue: Readonly<Issue>,
  input: UpdateIssueInput,
): void {
  const emptied = emptiedWhereNull(input, CLEARABLE);
  const changed = DIRECTED.filter(
    (field) => (input[field] ?? (field in emptied ? null : issue[field])) !== issue[field],
  );
  if (changed.length === 0 || can(viewer, "direct", issue)) return;
  throw forbidden(viewer, {
    zh: "责任单位可以更改措施和办理结果；标题、责任单位、期限、会议与公开范围，由主持委员会的人更改。请联系委员会书记。",
    en: `The owner may change "measure" and "outcome". Only whoever runs the committee may change ${changed.map((field) => `"${field}"`).join(", ")}; ask its secretary.`,
  });
}

/** @throws HubError `BAD_USER_INPUT`. */
function requireOutcomeOfResolved(issue: Readonly<Issue>, { outcome }: UpdateIssueInput): void {
  if (outcome == null || issue.state === "RESOLVED") return;
  throw badInput("outcome", {
    zh: `“${issue.title}”尚未解决，没有办理结果可更正。请用销号登记结果。`,
    en: `"${issue.title}" is not resolved, so there is no "outcome" to correct. Record it with resolveIssue.`,
  });
}

/**
 * A deadline that has passed can be the right one. One before the issue itself cannot.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
function requireDeadlineAfterRaising(
  { raisedAt }: Readonly<Issue>,
  deadline: string | null | undefined,
): void {
  const raisedOn = shanghaiDay(raisedAt);
  if (deadline == null || deadline >= raisedOn) return;
  throw badInput("deadline", {
    zh: `期限${dayWords(deadline).zh}早于提出之日（${dayWords(raisedOn).zh}）。请填这一天或以后。`,
    en: `"deadline" ${deadline} is before the day on which the issue was raised, ${raisedOn}. Give that day or a later one.`,
  });
}

/** The owner after the change. @throws HubError `NOT_FOUND`, `BAD_USER_INPUT` for a unit of no such committee. */
async function ownerOf(
  { directory, rows }: IssueContext,
  issue: Readonly<Issue>,
  ownerId: string | null | undefined,
): Promise<string> {
  if (ownerId == null || ownerId === issue.ownerId) return issue.ownerId;
  const owner = await requireOrganization(directory, ownerId, "ownerId");
  const committee = await requireCommittee(directory, issue.committeeId);
  requireMember(await unitsAmong(rows, committee, [owner.id]), committee, owner);
  return owner.id;
}
