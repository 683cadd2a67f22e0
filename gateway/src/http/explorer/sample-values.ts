/** A half-open range of instants, as `TimeRangeInput` takes it. */
export interface SampleRange {
  start: string;
  end: string;
}

/** Dates for sample variables. Days are in Asia/Shanghai, the zone of the people who read them. */
export interface SampleDates {
  today: string;
  nextYear: string;
  inFiveYears: string;
  /** Tomorrow from 09:00 to 11:00. */
  morning: SampleRange;
  /** The day after tomorrow from 14:30 to 16:30. */
  afternoonLater: SampleRange;
  /** A day half a year from now, from 09:00 to 18:00. */
  dayFarAhead: SampleRange;
  /** Seven days from the start of today. */
  nextWeek: SampleRange;
  /** 31 days from the start of today. */
  nextMonth: SampleRange;
}

const dayMs = 24 * 60 * 60 * 1000;
const shanghaiOffsetMs = 8 * 60 * 60 * 1000;

/** Counts from `now`, so that what is booked or scheduled by a sample lies ahead. */
export function sampleDates(now: Date): SampleDates {
  const day = (ahead: number): string =>
    new Date(now.getTime() + shanghaiOffsetMs + ahead * dayMs).toISOString().slice(0, 10);
  const at = (ahead: number, time: string): string => `${day(ahead)}T${time}:00+08:00`;
  return {
    today: day(0),
    nextYear: day(365),
    inFiveYears: day(5 * 365),
    morning: { start: at(1, "09:00"), end: at(1, "11:00") },
    afternoonLater: { start: at(2, "14:30"), end: at(2, "16:30") },
    dayFarAhead: { start: at(180, "09:00"), end: at(180, "18:00") },
    nextWeek: { start: at(0, "00:00"), end: at(7, "00:00") },
    nextMonth: { start: at(0, "00:00"), end: at(31, "00:00") },
  };
}

/**
 * What stands in place of ids that are not known: what to put there. Real ids differ from hub to hub, and
 * of some records there are none yet, such as a booking before the first one is made.
 */
export const PLACEHOLDER_IDS = {
  organization: "填入单位的编号 An organization's id",
  otherOrganization: "填入另一单位的编号 Another organization's id",
  committee: "填入委员会的编号 A committee's id",
  registration: "填入报到的编号 A registration's id",
  resource: "填入资源的编号 A resource's id",
  ownVenue: "填入本单位场地的编号 The id of a venue of yours",
  booking: "填入预约的编号 A booking's id",
  draftedAgreement: "填入协议草稿的编号 A drafted agreement's id",
  proposedAgreement: "填入待签协议的编号 The id of an agreement to sign",
  activeAgreement: "填入生效协议的编号 The id of an agreement in force",
  hostedActivity: "填入所主办活动的编号 The id of an activity that you host",
  openActivity: "填入可报名活动的编号 The id of an activity to join",
  invitedActivity: "填入受邀活动的编号 The id of an activity to which you are invited",
  attendedActivity: "填入已举办活动的编号 The id of an activity that was held",
  notice: "填入通知的编号 A notice's id",
  member: "填入成员单位的编号 A member unit's id",
  newcomer: "填入未加入单位的编号 The id of a unit that is not a member",
  partyOrganization: "填入党组织的编号 A party organisation's id",
  region: "445202",
  street: "445202001",
  otherStreet: "445202002",
  community: "445202001001",
};

/** Ids for sample variables, by what they name. */
export type SampleIds = typeof PLACEHOLDER_IDS;
