import { appendAudit } from "@alliance-hub/platform/change/audit";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { badInput, conflict, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Noun } from "@alliance-hub/platform/words/nouns";
import { inLanguage } from "@alliance-hub/platform/words/in-language";
import type { Words } from "@alliance-hub/platform/words/words";
import {
  type SharedRecord,
  committeesOf,
  countedByNoun,
  countedInWords,
  mergeRecordsOf,
  namedRecords,
  openRecordsOf,
  recordsOfBoth,
} from "../../mechanisms/records-of-units/records-of-units.ts";
import {
  isAtOrBelow,
  lockTree,
} from "../organization-correction/organization-correction.service.ts";
import { ORGANIZATION_STEPS } from "../organization/organization.entity.ts";
import { noticesOfMerger } from "../organization/organization.notices.ts";
import type { OrganizationContext, OrganizationRow } from "../organization/organization.loaders.ts";
import {
  type OrganizationWork,
  changes,
  holdOrganizations,
  mergeInto,
} from "../organization/organization.service.ts";
import type { MergeOrganizationsInput } from "./organization-merger.input.ts";
import type { OrganizationMergerType } from "./organization-merger.type.ts";

/** Two organisations, by their ids. */
interface Pair {
  readonly fromId: string;
  readonly intoId: string;
}

type Side = Pick<OrganizationRow, "id" | "name" | "state" | "regionPath" | "allianceCode">;

/**
 * Merges one organisation into another. All its records become those of the other one, in all subgraphs and in one
 * transaction, and its id leads to the other one.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT` from a stale version,
 * and for agreements between the two: `extensions.open` has them.
 */
export async function mergeOrganizations(
  context: OrganizationContext,
  input: MergeOrganizationsInput,
): Promise<OrganizationRow> {
  const { fromId, intoId } = input;
  const step = {
    action: "mergeOrganizations",
    may: "merge",
    field: "intoId",
    given: async () => {
      const checks = new InputChecks();
      const reason = await checks.of(() => REASON.check("reason", input.reason));
      await checks.of(async () => {
        if (!(await context.organizations.byId.load(fromId)))
          throw notFound("Organization", fromId, "fromId");
      });
      checks.end();
      return reason();
    },
    lockFirst: async (work: OrganizationWork) => {
      await lockTree(work);
      await holdOrganizations(work, [fromId, intoId]);
    },
    input: ofRecord(input, intoId),
  } as const;
  return await changes.change(context, step, async (into, work, given) => {
    const { em, rows, now } = work;
    const checks = new InputChecks();
    const locked = await checks.of(() => changes.lock(context, work, fromId, "fromId"));
    await checks.of(() => requireMergeable(context, { from: locked().record, into }));
    const reason = given();
    checks.end();
    const from = locked().record;
    const { state } = from;
    requireTransition(
      ORGANIZATION_STEPS,
      { id: from.id, state },
      { noun: "Organization", to: "MERGED" },
    );
    const pair = { fromId: from.id, intoId: into.id, now };
    requireNoAgreements(await recordsOfBoth(rows, pair), { from, into });
    const records = await openRecordsOf(rows, { id: from.id, now });
    const committeeIds = await committeesOf(rows, from.id);
    const wasBelow = await isAtOrBelow(work, into.id, from.id);
    const takeOver = mergeInto(from, into, { now, reason });
    // The triggers of other subgraphs look at who was merged into whom.
    await em.flush();
    await mergeRecordsOf(rows, pair);
    takeOver();
    // An organisation that was below the other one takes its place.
    if (wasBelow) into.parentId = from.parentId;
    const details = Object.fromEntries(
      countedByNoun(records).map(({ noun, count }) => [noun, count]),
    );
    await appendAudit(context, rows, {
      action: step.action,
      noun: "Organization",
      recordId: from.id,
      organizationId: from.id,
      regionPath: from.regionPath,
      details: { intoId: into.id },
      changes: [{ field: "state", before: state, after: "MERGED" }],
    });
    await leaveNotices(context, work, noticesOfMerger(into, { from, committeeIds }));
    return { fromId: from.id, ...details };
  });
}

/** The input, as one for the record that is left. */
function ofRecord<Input extends object>(input: Input, id: string): Input & { readonly id: string } {
  return { ...input, id };
}

/** @throws HubError `FORBIDDEN`, `BAD_USER_INPUT`. */
function requireMergeable(
  { viewer }: OrganizationContext,
  { from, into }: { readonly from: Side; readonly into: Side },
): void {
  changes.require(viewer, "merge", from);
  if (from.id === into.id)
    throw badInput("intoId", {
      zh: `${into.name}不能并入自身。请选择另一个单位。`,
      en: `"intoId" is the organisation of "fromId". Name another one.`,
    });
  if (into.state !== "ACTIVE")
    throw badInput("intoId", {
      zh: `${into.name}已终止或已并入其他单位。请选择在册的单位。`,
      en: `"intoId" is ${into.name}, which is ${into.state}. Name an active organisation.`,
    });
  if (from.allianceCode !== into.allianceCode)
    throw badInput("intoId", {
      zh: `${into.name}与${from.name}不在同一联盟（区县），不能合并。请先用更正办理迁址，再合并。`,
      en: `"intoId" ${into.name} belongs to alliance ${into.allianceCode}, ${from.name} to ${from.allianceCode}. Move one of them with correctOrganization first.`,
    });
}

/** Nobody can sign for an organisation that is gone. @throws HubError `CONFLICT`. */
function requireNoAgreements(
  shared: readonly SharedRecord[],
  { from, into }: { readonly from: Side; readonly into: Side },
): void {
  const agreements = shared.filter(({ blocks }) => blocks);
  if (agreements.length === 0) return;
  throw conflict(
    {
      zh: `${from.name}与${into.name}同为协议的各方，而这些协议尚未由各方签署：${countedInWords(agreements).zh}。请先终止这些提议，或删除草稿，再合并。`,
      en: `${from.name} and ${into.name} are parties of the same agreements, which not all have signed: ${countedInWords(agreements).en}. Terminate these proposals, or discard the drafts, before the merger.`,
    },
    namedRecords(agreements),
  );
}

const TO_SETTLE: Words = {
  zh: "两单位同为一方，而协议尚未由各方签署：须先终止此提议，或删除草稿。",
  en: "Both are parties, and not all have signed. Terminate the proposal, or discard the draft, before the merger.",
};
const CONSEQUENCES: Readonly<Partial<Record<Noun, Words>>> = {
  Membership: {
    zh: "两单位都是成员单位：只保留并入后单位的成员资格，加入日期取较早的。",
    en: "Both are member units. The membership of the one that is left stays, from the earlier day.",
  },
  Registration: {
    zh: "两单位都已报到：只保留并入后单位的，人数从今天起相加。",
    en: "Both are registered. The registration of the one that is left stays, with the headcount of both from today.",
  },
  Agreement: {
    zh: "两单位都已签署：协议照旧有效，双方的承诺由并入后的单位兑现。",
    en: "Both have signed. The agreement stays in force, and the one that is left keeps the promises of both.",
  },
  Activity: {
    zh: "两单位都参加或受邀：合为一个参加单位。",
    en: "Both take part or are invited. They become one participant.",
  },
};

/** Of a noun of which nothing is said. */
const NOTHING: Words = { zh: "", en: "" };

/**
 * What a merger would do.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` as {@link mergeOrganizations}.
 */
export async function previewMerger(
  context: OrganizationContext,
  { fromId, intoId }: Pair,
): Promise<OrganizationMergerType> {
  const checks = new InputChecks();
  const side = (id: string, field: string) =>
    checks.of(async () => {
      const organization = await context.organizations.byId.load(id);
      if (!organization) throw notFound("Organization", id, field);
      changes.require(context.viewer, "merge", organization);
      return organization;
    });
  const source = await side(fromId, "fromId");
  const target = await side(intoId, "intoId");
  await checks.of(() => requireMergeable(context, { from: source(), into: target() }));
  checks.end();
  const [from, into] = [source(), target()];
  const now = context.clock();
  const records = await openRecordsOf(context.rows, { id: from.id, now });
  const shared = await recordsOfBoth(context.rows, { fromId: from.id, intoId: into.id, now });
  const warnings = shared.map((record) => ({
    ...record,
    consequence: inLanguage(
      record.blocks ? TO_SETTLE : (CONSEQUENCES[record.noun] ?? NOTHING),
      context.language,
    ),
  }));
  return { items: countedByNoun(records), warnings };
}
