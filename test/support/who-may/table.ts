import { FREE, type Records, agreementOf } from "./records.ts";
import type { Caller } from "./callers.ts";

/** Who may make a change, and an input of it that fails for nobody by his rights. */
export interface Row {
  readonly may: readonly Caller[];
  readonly input: (records: Records) => object;
}

/** A version that no record has: whoever may change a record is told so, and the others are not asked that far. */
const STALE = { version: 999 };
const RUNS = ["secretary", "acting deputy"] as const;
const ASKS = ["asker", "partner"] as const;
const PEOPLE = [
  "stranger",
  "neighbour",
  "asker",
  "provider",
  "secretary",
  "deputy",
  "acting deputy",
  "auditor",
  "operator",
] as const;

/** For changes that know no versions. */
const plainly =
  (id: keyof Records) =>
  (records: Records): object => ({ id: records[id] });
const by =
  (id: keyof Records, more: object = {}) =>
  (records: Records): object => ({ id: records[id], ...more, ...STALE });
const booked = ({ taken, asker }: Records) => ({ resourceId: taken, organizationId: asker });

/** Every mutation of two subgraphs. The callers are those of {@link Caller}. */
export const WHO_MAY: Readonly<Record<string, Row>> = {
  // resources
  shareResource: {
    may: ["provider"],
    input: ({ provider, committeeId }) => ({
      providerId: provider,
      committeeId,
      title: "音响",
      kind: "EQUIPMENT",
      audience: "COMMITTEE",
    }),
  },
  updateResource: { may: ["provider"], input: by("room", { title: "大会议室" }) },
  publishResource: { may: ["provider"], input: by("draft") },
  discardResource: { may: ["provider"], input: by("draft") },
  withdrawResource: { may: ["provider"], input: by("room", { reason: "装修" }) },
  setVenue: { may: ["provider"], input: ({ room }) => ({ resourceId: room, seats: 40, ...STALE }) },
  blockResource: {
    may: ["provider"],
    input: ({ draft }) => ({ resourceId: draft, during: FREE, reason: "维修" }),
  },
  liftBlocking: { may: ["provider"], input: by("blocking") },
  bookResource: { may: ASKS, input: (of) => ({ ...booked(of), during: FREE, quantity: 9 }) },
  bookBasket: {
    may: ASKS,
    input: ({ asker, taken }) => ({
      organizationId: asker,
      during: FREE,
      items: [{ resourceId: taken, quantity: 9 }],
    }),
  },
  bookSeries: {
    may: ASKS,
    input: (of) => ({
      ...booked(of),
      during: FREE,
      repeat: { every: "WEEK", count: 2 },
      preview: true,
    }),
  },
  changeSeries: { may: ASKS, input: by("series", { from: "2026-09-07", startTime: "14:00" }) },
  cancelSeries: {
    may: [...ASKS, "provider", ...RUNS],
    input: by("series", { reason: "课程结束" }),
  },
  changeBooking: { may: ASKS, input: by("booking", { quantity: 1 }) },
  cancelBooking: {
    may: [...ASKS, "provider", ...RUNS],
    input: by("booking", { reason: "改期" }),
  },
  decideBooking: { may: ["provider"], input: by("booking", { confirm: true }) },
  decideBookings: {
    may: ["provider"],
    input: ({ booking }) => ({ bookings: [{ id: booking }], confirm: true }),
  },
  keepSeries: { may: ASKS, input: by("series") },
  recordUse: { may: ["provider"], input: by("booking", { used: false }) },
  completeBooking: { may: [...ASKS, "provider"], input: by("booking") },
  joinWaitingList: { may: ASKS, input: (of) => ({ ...booked(of), during: FREE, quantity: 9 }) },
  withdrawWaiting: { may: ASKS, input: by("waiting") },
  acceptOffer: { may: ASKS, input: by("waiting") },
  postNeed: {
    may: ASKS,
    input: ({ asker, committeeId }) => ({
      organizationId: asker,
      committeeId,
      title: "需要一间教室",
      kind: "VENUE",
      audience: "COMMITTEE",
    }),
  },
  updateNeed: { may: ASKS, input: by("need", { title: "需要两间教室" }) },
  publishNeed: { may: ASKS, input: by("needDraft") },
  discardNeed: { may: ASKS, input: by("needDraft") },
  withdrawNeed: { may: ASKS, input: by("need", { reason: "已解决" }) },
  openCollectionRound: {
    may: RUNS,
    input: ({ committeeId }) => ({
      committeeId,
      title: "清单",
      opensOn: "2026-10-01",
      closesOn: "2026-09-01",
    }),
  },
  updateCollectionRound: { may: RUNS, input: by("round", { title: "全年清单" }) },
  closeCollectionRound: { may: RUNS, input: by("round") },
  draftAgreement: {
    may: [...ASKS, "provider", ...RUNS],
    input: ({ committeeId, asker, provider }) =>
      agreementOf({ committeeId }, { asker: { id: asker }, provider: { id: provider } }),
  },
  reviseAgreement: { may: [...ASKS, "provider", ...RUNS], input: by("agreement") },
  discardAgreement: { may: [...ASKS, "provider", ...RUNS], input: by("agreement") },
  // What binds or releases the parties is done by persons.
  proposeAgreement: { may: ["asker", "provider", ...RUNS], input: by("agreement") },
  withdrawProposal: { may: ["asker", "provider", ...RUNS], input: by("proposed") },
  signAgreement: {
    may: ["asker"],
    input: ({ active, asker }) => ({ id: active, organizationId: asker }),
  },
  terminateAgreement: {
    may: ["asker", "provider", ...RUNS],
    input: by("active", { reason: "单位迁出" }),
  },
  recordFulfilment: {
    may: [...ASKS, "provider"],
    input: ({ commitment }) => ({ commitmentId: commitment, times: 1, ...STALE }),
  },
  // activities
  scheduleActivity: {
    may: [...ASKS, ...RUNS],
    input: ({ committeeId, asker }) => ({
      committeeId,
      hostId: asker,
      title: "义诊",
      kind: "SERVICE",
      audience: "COMMITTEE",
      during: FREE,
    }),
  },
  rescheduleActivity: { may: [...ASKS, ...RUNS], input: by("activity", { during: FREE }) },
  updateActivity: { may: [...ASKS, ...RUNS], input: by("activity", { title: "义诊" }) },
  cancelActivity: { may: [...ASKS, ...RUNS], input: by("activity", { reason: "下雨" }) },
  reopenActivity: { may: [...ASKS, ...RUNS], input: by("activity", { reason: "误标" }) },
  holdActivity: { may: [...ASKS, ...RUNS], input: by("activity") },
  // Whoever keeps the list of participants enters units, too.
  joinActivity: {
    may: [...ASKS, ...RUNS],
    input: ({ activity, asker }) => ({ id: activity, organizationId: asker, ...STALE }),
  },
  inviteUnits: {
    may: [...ASKS, ...RUNS],
    input: ({ activity, neighbour }) => ({
      id: activity,
      organizationIds: [neighbour],
      ...STALE,
    }),
  },
  declineInvitation: {
    may: [...ASKS, ...RUNS],
    input: ({ activity, asker }) => ({ id: activity, organizationId: asker, ...STALE }),
  },
  leaveActivity: {
    may: [...ASKS, ...RUNS],
    input: ({ activity, asker }) => ({ id: activity, organizationId: asker, ...STALE }),
  },
  recordAttendance: {
    may: [...ASKS, ...RUNS],
    input: ({ activity, asker }) => ({
      id: activity,
      organizationId: asker,
      attendance: 3,
      ...STALE,
    }),
  },
  putAgendaItem: {
    may: ["deputy", ...RUNS],
    input: ({ meeting }) => ({ activityId: meeting, title: "新议题" }),
  },
  updateAgendaItem: { may: RUNS, input: by("agendaItem", { title: "通报情况" }) },
  removeAgendaItem: { may: RUNS, input: by("agendaItem") },
  raiseIssue: {
    may: ["deputy", "neighbour", ...ASKS, "provider", ...RUNS],
    input: ({ committeeId, asker }) => ({ committeeId, title: "噪声", ownerId: asker }),
  },
  updateIssue: { may: [...ASKS, ...RUNS], input: by("issue", { measure: "换灯" }) },
  reopenIssue: { may: [...ASKS, ...RUNS], input: by("issue", { reason: "又坏了" }) },
  resolveIssue: { may: [...ASKS, ...RUNS], input: by("issue", { outcome: "已修好" }) },
  createCalendarFeed: { may: ASKS, input: ({ asker }) => ({ organizationId: asker }) },
  revokeCalendarFeed: { may: ASKS, input: plainly("feed") },
  createWebhookEndpoint: {
    may: ASKS,
    input: ({ asker }) => ({ organizationId: asker, address: "no address" }),
  },
  updateWebhookEndpoint: { may: ASKS, input: by("endpoint", { label: "系统" }) },
  rotateWebhookSecret: { may: ASKS, input: by("endpoint") },
  replayWebhookEndpoint: {
    may: ASKS,
    input: by("endpoint", { since: "2026-09-01T00:00:00Z" }),
  },
  endWebhookEndpoint: { may: ASKS, input: by("endpoint") },
  testWebhookEndpoint: { may: ASKS, input: plainly("endpoint") },
  redeliverWebhook: { may: ASKS, input: plainly("delivery") },
  giveUpWebhookDelivery: { may: ASKS, input: plainly("delivery") },
  // What is one's own: whoever has signed in as a person.
  markNoticesRead: { may: PEOPLE, input: () => ({ ids: [] }) },
  setMailSettings: { may: PEOPLE, input: () => ({ address: "no address" }) },
  confirmMailAddress: { may: PEOPLE, input: () => ({ code: "000000" }) },
  removeMailSettings: { may: PEOPLE, input: () => ({}) },
};
