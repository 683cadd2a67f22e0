import { LASTING, recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireDay, requireLastDay, tomorrow } from "@alliance-hub/platform/change/require-day";
import {
  type OrganizationEntry,
  createDirectory,
} from "@alliance-hub/platform/directory/directory";
import { placeOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { badInput, notFound } from "@alliance-hub/platform/errors/hub-error";
import { isId } from "@alliance-hub/platform/keys/loader";
import { checked, checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { type QueryExecutorProvider, sql } from "kysely";
import { UnitSeat } from "./unit-seat.entity.ts";
import {
  type AppointUnitSeatInput,
  type EndUnitSeatInput,
  LIMITS,
  type UpdateUnitSeatInput,
} from "./unit-seat.input.ts";
import type { UnitSeatContext, UnitSeatRow } from "./unit-seat.loaders.ts";
import { noticesOfUnitSeat } from "./unit-seat.notices.ts";
import { can } from "./unit-seat.policy.ts";

const changes = recordChanges({
  noun: "UnitSeat",
  entity: UnitSeat,
  reload: ({ unitSeats }: UnitSeatContext, id): Promise<UnitSeatRow | null> =>
    unitSeats.byId.load(id),
  judged: async ({ bodyId, organizationId, regionPath, allianceCode }, { rows }) => ({
    bodyId,
    organizationId,
    regionPath,
    allianceCode,
    committeeIds: await committeesOf(rows, bodyId),
  }),
  can,
  only: () => ({
    zh: "只有任职单位或派出单位的联络员、主持任职单位所在委员会的人，或当地的平台管理员，可以办理交叉任职。",
    en: "Only whoever acts for one of the two organisations, runs a committee of which the body is a member, or an operator of the body's region may do this.",
  }),
  steps: LASTING,
  stateOf: ({ until }) => (until === null ? "LASTING" : "ENDED"),
  notices: noticesOfUnitSeat,
});

/** The committees of which an organisation is a member unit, or which belong to it. */
async function committeesOf(
  rows: QueryExecutorProvider,
  organizationId: string,
): Promise<string[]> {
  const { rows: found } = await sql<{ id: string }>`
    select committee_id as id from directory.membership where organization_id = ${organizationId}
    union select id from directory.committee where organization_id = ${organizationId}`.execute(
    rows,
  );
  return found.map(({ id }) => id);
}

/**
 * Enters the seat of a person of one organisation in another.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function appointUnitSeat(
  context: UnitSeatContext,
  input: AppointUnitSeatInput,
): Promise<UnitSeatRow> {
  const { rows, viewer } = context;
  const directory = createDirectory(rows);
  const checks = new InputChecks();
  const body = await checks.of(() => requireOrganization(directory, input.bodyId, "bodyId"));
  const sender = await checks.of(() => requireOrganization(directory, input.organizationId));
  await checks.of(async () => {
    const [bodyId, organizationId] = [body().id, sender().id];
    const committeeIds = await committeesOf(rows, bodyId);
    changes.require(viewer, "appoint", {
      bodyId,
      organizationId,
      committeeIds,
      ...placeOf(body()),
    });
    requireTwo(body(), sender());
  });
  const given = await checks.of(() => checkedUnitSeat(input, context.clock()));
  checks.end();
  const ids = { bodyId: body().id, organizationId: sender().id };
  const seat = { ...ids, ...placeOf(body()), ...given() };
  return await changes.create(context, { action: "appointUnitSeat", input }, (_work, create) =>
    create(seat),
  );
}

/** What the input says of a seat. @throws HubError `BAD_USER_INPUT`. */
function checkedUnitSeat(input: AppointUnitSeatInput, now: Date) {
  const { texts, ...given } = gathered({
    texts: () => checked(input, LIMITS),
    since: () => {
      const since = input.since ?? shanghaiDay(now);
      return requireDay("since", since, { of: "UnitSeat", latest: tomorrow(now) });
    },
    agreementId: () => requireAgreementId(input.agreementId ?? null),
  });
  return { ...texts, ...given };
}

/** Agreements are another subgraph's: whoever may see the agreement finds it by this key. */
function requireAgreementId(id: string | null): string | null {
  if (id === null || isId(id)) return id;
  throw notFound("Agreement", id, "agreementId");
}

/** @throws HubError `BAD_USER_INPUT` for one organisation, or two of different alliances. */
function requireTwo(body: OrganizationEntry, sender: OrganizationEntry): void {
  if (body.id === sender.id)
    throw badInput("organizationId", {
      zh: `任职单位与派出单位都是${body.name}。交叉任职在两个单位之间，请改选其中一个。`,
      en: `"bodyId" and "organizationId" are both ${body.name}. Name two organisations.`,
    });
  if (body.allianceCode === sender.allianceCode) return;
  throw badInput("organizationId", {
    zh: `${sender.name}与${body.name}不在同一联盟（区县）。请选择本联盟的单位。`,
    en: `"organizationId" ${sender.name} belongs to alliance ${sender.allianceCode}, ${body.name} to ${body.allianceCode}. Name an organisation of ${body.allianceCode}.`,
  });
}

/**
 * Corrects what was entered of a seat in a unit, also of one that has ended.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`.
 */
export async function updateUnitSeat(
  context: UnitSeatContext,
  input: UpdateUnitSeatInput,
): Promise<UnitSeatRow> {
  const given = () =>
    gathered({
      texts: () => checkedWhereGiven(input, LIMITS),
      agreementId: () => requireAgreementId(input.agreementId ?? null),
    });
  const step = { action: "updateUnitSeat", may: "update", given, input } as const;
  return await changes.change(context, step, (seat, { now }, checkedInput) => {
    const { since } = input;
    if (since != null && since !== seat.since) {
      const latest = seat.until ?? tomorrow(now);
      seat.since = requireDay("since", since, { of: "UnitSeat", latest });
    }
    const { texts, agreementId } = checkedInput();
    Object.assign(seat, texts, input.agreementId === undefined ? {} : { agreementId });
  });
}

/**
 * Ends a seat in a unit.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function endUnitSeat(
  context: UnitSeatContext,
  input: EndUnitSeatInput,
): Promise<UnitSeatRow> {
  const given = () => REASON.check("reason", input.reason);
  const step = { action: "endUnitSeat", may: "end", to: "ENDED", given, input } as const;
  return await changes.change(context, step, (seat, { now }, reason) => {
    const { since: first } = seat;
    seat.until = requireLastDay("until", input.until, { of: "UnitSeat", first, now });
    seat.endReason = reason();
  });
}
