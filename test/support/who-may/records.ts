import { type WorkingDay, between } from "../working-day.ts";
import type { Sides } from "./callers.ts";

/** Ids of records of all nouns, which the asker has with the provider in one committee. */
export type Records = Awaited<ReturnType<typeof makeRecords>>;

/** A time that is taken, and one that is free. */
export const [TAKEN, FREE] = [
  between("2026-09-12", "09:00", "11:00"),
  between("2026-09-19", "09:00", "11:00"),
];

/** Makes one record of each noun of resources and activities. */
export async function makeRecords(day: WorkingDay, { asker, provider, neighbour }: Sides) {
  const { committeeId, secretary } = day;
  const make = async (as: string, mutation: string, noun: string, input: object) =>
    String((await day.send(as, mutation, `${noun} { id }`, input))[noun]?.["id"]);
  const room = await day.room(provider, "会议室", { approval: true });
  const draft = await day.room(provider, "草稿", { publish: false });
  const booking = await day.book(asker, room, TAKEN);
  const taken = await day.room(provider, "报告厅");
  await day.book(neighbour, taken, TAKEN);
  const wish = { resourceId: taken, organizationId: asker.id, during: TAKEN };
  const need = (publish: boolean) =>
    make(asker.liaison, "postNeed", "need", {
      organizationId: asker.id,
      committeeId,
      title: "需要一间教室",
      kind: "VENUE",
      audience: "COMMITTEE",
      publish,
    });
  const agreement = () =>
    make(secretary, "draftAgreement", "agreement", agreementOf(day, { asker, provider }));
  const proposed = await agreement();
  await day.send(secretary, "proposeAgreement", "__typename", { id: proposed });
  const active = await agreement();
  await day.send(secretary, "proposeAgreement", "__typename", { id: active });
  for (const { id: organizationId, liaison } of [asker, provider])
    await day.send(liaison, "signAgreement", "__typename", { id: active, organizationId });
  const clauses = "query ($id: ID!) { agreement(id: $id) { commitments { id } } }";
  const { agreement: signed } = await day.read(secretary, clauses, { id: active });
  const activity = (kind: string, hostId: string) =>
    make(secretary, "scheduleActivity", "activity", {
      committeeId,
      hostId,
      title: "联合活动",
      kind,
      audience: "COMMITTEE",
      during: FREE,
    });
  const meeting = await activity("MEETING", asker.id);
  const endpoint = await make(asker.liaison, "createWebhookEndpoint", "endpoint", {
    organizationId: asker.id,
    address: "http://127.0.0.1:9/updates",
  });
  return {
    committeeId,
    asker: asker.id,
    provider: provider.id,
    neighbour: neighbour.id,
    room,
    draft,
    taken,
    booking,
    series: await make(asker.liaison, "bookSeries", "series", {
      resourceId: room,
      organizationId: asker.id,
      during: between("2026-10-17", "09:00", "11:00"),
      repeat: { every: "WEEK", count: 2 },
    }),
    waiting: await make(asker.liaison, "joinWaitingList", "entry", wish),
    blocking: await make(provider.liaison, "blockResource", "blocking", {
      resourceId: room,
      during: between("2026-10-09", "09:00", "11:00"),
      reason: "维修",
    }),
    need: await need(true),
    needDraft: await need(false),
    round: await make(secretary, "openCollectionRound", "collectionRound", {
      committeeId,
      title: "下半年清单",
      opensOn: "2026-09-01",
      closesOn: "2026-12-31",
    }),
    agreement: await agreement(),
    proposed,
    active,
    commitment: String(signed?.["commitments"]?.[0]?.["id"]),
    activity: await activity("SERVICE", asker.id),
    meeting,
    agendaItem: await make(secretary, "putAgendaItem", "agendaItem", {
      activityId: meeting,
      title: "通报",
    }),
    issue: await make(secretary, "raiseIssue", "issue", {
      committeeId,
      title: "路灯不亮",
      ownerId: asker.id,
    }),
    feed: await make(asker.liaison, "createCalendarFeed", "calendarFeed", {
      organizationId: asker.id,
    }),
    endpoint,
    delivery: await make(asker.liaison, "testWebhookEndpoint", "delivery", { id: endpoint }),
  };
}

/** A draft between two units, with a commitment of the first. */
export function agreementOf(
  { committeeId }: Pick<WorkingDay, "committeeId">,
  of: Readonly<Record<"asker" | "provider", { readonly id: string }>>,
) {
  return {
    committeeId,
    title: "共建协议",
    partyIds: [of.asker.id, of.provider.id],
    termFrom: "2026-09-01",
    termTo: "2027-08-31",
    commitments: [{ organizationId: of.asker.id, clause: "开放场地", timesPerYear: 4 }],
  };
}
