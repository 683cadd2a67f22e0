import { sampleInputs } from "./sample-inputs.ts";
import { PLACEHOLDER_IDS, type SampleIds, sampleDates } from "./sample-values.ts";

/** What the explorer shows and fills in for one operation of the contract. */
export interface Sample {
  /** Chinese; the operation's own name stands beside it as the English one. */
  title: string;
  variables: Record<string, unknown>;
}

/** Chinese titles of the contract's sections. A test fails when a section has none. */
export const sectionTitles: Readonly<Record<string, string>> = {
  "who is asking": "当前身份",
  "directory: organizations and members": "名录：单位与成员",
  "resources, needs, bookings": "资源、需求与预约",
  "co-construction agreements": "共建协议",
  "joint activity calendar": "联盟活动日历",
  "what awaits me, what I was told": "待办与通知",
  figures: "数据汇总",
  "activity updates": "活动更新",
};

/**
 * Samples by operation name, dates counted from `now`, with ids of records that are there where the
 * caller knows some. An operation that has none is listed under
 * its name and opens without variables; a test fails when that happens to one of the contract.
 */
export function samples(
  now: Date,
  known: Partial<SampleIds> = {},
): Readonly<Record<string, Sample>> {
  const ids = { ...PLACEHOLDER_IDS, ...known };
  const dates = sampleDates(now);
  const input = sampleInputs(dates, ids);
  const { organization, region } = ids;
  const reason = "场地临时检修";
  return {
    Me: { title: "我的身份", variables: {} },

    AllianceDirectory: { title: "区域联盟名录", variables: { region, first: 20 } },
    OrganizationPage: { title: "单位详情", variables: { id: organization } },
    FindOrganizations: {
      title: "查找单位",
      variables: {
        text: "社区",
        kinds: ["PARTY_ORGANIZATION", "SCHOOL", "HOSPITAL"],
        region,
        first: 20,
      },
    },
    RegisterOrganization: { title: "登记单位", variables: { input: input.registerOrganization } },
    EstablishCommittee: {
      title: "成立大工委或大党委",
      variables: { input: input.establishCommittee },
    },
    JoinCommittee: { title: "单位加入", variables: { input: input.joinCommittee } },
    AppointSeat: { title: "任命委员", variables: { input: input.appointSeat } },
    RegisterWithCommunity: {
      title: "到社区报到",
      variables: { input: input.registerWithCommunity },
    },
    AcceptRegistration: { title: "接收报到", variables: { id: ids.registration } },
    UpdateCommittee: {
      title: "更改委员会",
      variables: { input: { id: ids.committee, themes: ["工作联做", "资源联享"] } },
    },
    PlanTerm: { title: "筹备换届", variables: { input: input.planTerm } },
    LeavingCommittee: {
      title: "退出前的未了事项",
      variables: { committee: ids.committee, organization: ids.member },
    },
    ContactCards: { title: "各单位的连心卡", variables: { region } },

    SharedResources: {
      title: "共享资源清单",
      variables: { filter: { regionCode: region, kinds: ["VENUE"] }, first: 20 },
    },
    ResourceAvailability: {
      title: "资源的空闲时段",
      variables: { id: ids.resource, during: dates.nextWeek },
    },
    OpenNeeds: { title: "需求清单", variables: { filter: { regionCode: region }, first: 20 } },
    ShareResource: { title: "发布资源", variables: { input: input.shareResource } },
    PostNeed: { title: "发布需求", variables: { input: input.postNeed } },
    BookResource: { title: "预约资源", variables: { input: input.bookResource } },
    CancelBooking: { title: "取消预约", variables: { id: ids.booking, reason } },
    VenuePage: {
      title: "场地详情",
      variables: { id: ids.resource, during: dates.nextWeek },
    },
    VenuesNearby: {
      title: "附近的场地",
      variables: { longitude: 116.37, latitude: 23.54, metres: 5000, during: dates.morning },
    },
    OurBookings: {
      title: "我们的预约",
      variables: { filter: { organizationId: organization }, first: 20 },
    },
    SetVenue: { title: "设置场地", variables: { input: input.setVenue } },
    BlockResource: { title: "停用资源", variables: { input: input.blockResource } },
    BookSeries: { title: "系列预约（预览）", variables: { input: input.bookSeries } },
    BookBasket: { title: "一并预约", variables: { input: input.bookBasket } },
    ChangeBooking: {
      title: "更改预约",
      variables: { input: { id: ids.booking, during: dates.morning, quantity: 1 } },
    },

    JoinWaitingList: { title: "候补", variables: { input: input.joinWaitingList } },

    Agreements: {
      title: "共建协议一览",
      variables: { filter: { regionCode: region, states: ["PROPOSED", "ACTIVE"] }, first: 20 },
    },
    DraftAgreement: { title: "起草协议", variables: { input: input.draftAgreement } },
    ProposeAgreement: { title: "提出协议", variables: { id: ids.draftedAgreement } },
    SignAgreement: {
      title: "签署协议",
      variables: { id: ids.proposedAgreement, organizationId: organization },
    },
    TerminateAgreement: {
      title: "终止协议",
      variables: { id: ids.activeAgreement, reason: "双方协商一致" },
    },

    CommitteeCalendar: {
      title: "委员会活动日历",
      variables: { committee: ids.committee, during: dates.nextWeek },
    },
    Activities: {
      title: "活动一览",
      variables: {
        filter: { regionCode: region, states: ["SCHEDULED", "RESCHEDULED"] },
        first: 20,
      },
    },
    ActivitiesOfPlaces: {
      title: "几个街道一个月的活动",
      variables: {
        filter: {
          regionCodes: [ids.street, ids.otherStreet],
          during: dates.nextMonth,
        },
        orderBy: "START_ASC",
        first: 50,
      },
    },
    ScheduleActivity: { title: "安排活动", variables: { input: input.scheduleActivity } },
    RescheduleActivity: {
      title: "活动改期",
      variables: { id: ids.hostedActivity, during: dates.afternoonLater },
    },
    CancelActivity: { title: "取消活动", variables: { id: ids.hostedActivity, reason } },
    UpdateActivity: {
      title: "更正活动",
      variables: { input: { id: ids.hostedActivity, title: "便民服务日" } },
    },
    JoinActivity: {
      title: "报名参加活动",
      variables: { id: ids.openActivity, organizationId: organization },
    },
    InviteUnits: {
      title: "邀请单位参加活动",
      variables: { id: ids.hostedActivity, organizationIds: [ids.newcomer] },
    },
    DeclineInvitation: {
      title: "谢绝活动邀请",
      variables: {
        id: ids.invitedActivity,
        organizationId: organization,
        reason: "当天另有培训",
      },
    },
    RecordAttendance: {
      title: "登记参加人次",
      variables: { id: ids.attendedActivity, organizationId: organization, attendance: 36 },
    },

    MyTasks: { title: "我的待办", variables: { first: 20 } },
    MyNotices: { title: "我的通知", variables: { filter: { unread: true }, first: 20 } },
    MarkNoticesRead: { title: "标为已读", variables: { ids: [ids.notice] } },
    NoticeArrivals: { title: "通知到达（订阅）", variables: {} },

    AllianceReport: {
      title: "联盟数据汇总",
      variables: { region, from: "2022-01-01", to: "2023-12-31" },
    },

    ActivityUpdates: { title: "订阅活动更新", variables: { filter: { regionCode: region } } },
    ActivityUpdatesSince: {
      title: "轮询活动更新",
      variables: { filter: { regionCode: region }, first: 20 },
    },
  };
}
