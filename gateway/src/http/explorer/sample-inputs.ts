import type { SampleDates, SampleIds } from "./sample-values.ts";

/** Inputs for the mutations, with the optional members that show what an operation is for. */
export function sampleInputs(dates: SampleDates, ids: SampleIds) {
  const { committee: committeeId, organization: organizationId } = ids;
  return {
    registerOrganization: { name: "示例社区卫生服务站", kind: "HOSPITAL", regionCode: ids.region },
    establishCommittee: {
      name: "示例工作专班",
      level: "DISTRICT",
      kind: "WORKING_GROUP",
      regionCode: ids.region,
      organizationId: ids.partyOrganization,
      termNumber: 1,
      termStartsOn: dates.today,
      termEndsOn: dates.inFiveYears,
    },
    joinCommittee: { committeeId, organizationId: ids.newcomer, joinedOn: dates.today },
    appointSeat: {
      committeeId,
      organizationId,
      holderName: "委员 001",
      role: "PART_TIME",
      since: dates.today,
    },
    planTerm: {
      committeeId,
      number: 3,
      startsOn: dates.nextYear,
      endsOn: dates.inFiveYears,
      carrySeats: true,
    },
    registerWithCommunity: { organizationId, communityCode: ids.community, headcount: 12 },
    shareResource: {
      providerId: organizationId,
      title: "二楼多功能厅",
      kind: "VENUE",
      audience: "ALLIANCE",
      capacity: 1,
      description: "可坐 80 人，有投影和音响",
      publish: true,
    },
    setVenue: {
      resourceId: ids.ownVenue,
      address: "示范路 1 号",
      longitude: 116.37,
      latitude: 23.54,
      seats: 60,
      amenities: ["DRINKING_WATER", "AED"],
      openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        from: "08:00",
        to: "22:00",
      })),
      bookingRules: { slotMinutes: 30, bufferMinutes: 0, maxAheadDays: 200 },
    },
    blockResource: { resourceId: ids.ownVenue, during: dates.dayFarAhead, reason: "设备检修" },
    postNeed: {
      organizationId,
      title: "暑期托管班需要两名美术老师",
      kind: "EXPERTISE",
      audience: "ALLIANCE",
      quantity: 2,
      unit: "人",
      neededBy: dates.nextYear,
      publish: true,
    },
    bookResource: {
      resourceId: ids.resource,
      organizationId,
      during: dates.morning,
      quantity: 1,
      purpose: "季度联席会议",
      // The same again is the same booking; another day is another one.
      idempotencyKey: `explorer-${ids.resource}-${dates.today}`,
    },
    joinWaitingList: {
      // Blocked by the example above.
      resourceId: ids.ownVenue,
      organizationId,
      during: dates.dayFarAhead,
      purpose: "季度联席会议",
    },
    // A preview: nothing is booked.
    bookSeries: {
      resourceId: ids.resource,
      organizationId,
      during: dates.afternoonLater,
      repeat: { every: "WEEK", count: 8 },
      purpose: "周四党课",
      onConflict: "SKIP",
      preview: true,
    },
    bookBasket: {
      organizationId,
      during: dates.afternoonLater,
      purpose: "季度联席会议",
      items: [{ resourceId: ids.resource, quantity: 1 }],
      idempotencyKey: `explorer-basket-${ids.resource}-${dates.today}`,
    },
    draftAgreement: {
      committeeId,
      title: "校地共建协议",
      partyIds: [organizationId, ids.otherOrganization],
      termFrom: dates.today,
      termTo: dates.nextYear,
      commitments: [{ organizationId, clause: "每季度开放一次体育场地", timesPerYear: 4 }],
    },
    scheduleActivity: {
      committeeId,
      hostId: organizationId,
      title: "社区义诊",
      kind: "SERVICE",
      during: dates.morning,
      audience: "PUBLIC",
      description: "量血压、测血糖、健康咨询",
    },
  } as const;
}
