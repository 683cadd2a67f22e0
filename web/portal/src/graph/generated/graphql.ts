// generated, do not edit: npm run schema
/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** 同意入会申请。An application to accept. */
export type AcceptApplicationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 加入日期，默认今天。Day of joining; today by default. */
  joinedOn?: string | null | undefined;
};

/** 接受让出的时段。An offer to accept. */
export type AcceptOfferInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 接收报到。The registration to accept. */
export type AcceptRegistrationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 定为包联责任单位，默认否。Whether the unit becomes the one responsible for the community; false by default. */
  responsible?: boolean | null | undefined;
};

/** 活动的筛选条件。Which activities to list. */
export type ActivityFilter = {
  /** 此地及其下级。In that place and all below it. */
  regionCode?: string | null | undefined;
  /** 标题、主题或说明中的文字，简繁皆可。Text in title, theme or description, in simplified or traditional Chinese. */
  text?: string | null | undefined;
  /** 类型。Kinds. */
  kinds?: Array<ActivityKind> | null | undefined;
  /** 状态。States. */
  states?: Array<ActivityState> | null | undefined;
  /** 所属委员会。The committee on whose calendar they are. */
  committeeId?: string | null | undefined;
  /** 所属委员会为其中之一，至多 30 个。On the calendar of one of these committees, up to 30. */
  committeeIds?: Array<string> | null | undefined;
  /** 这些地方及其下级，至多 30 个，如几个街道；编号见 regions。In these places and all below them, up to 30, such as some streets; regions has their codes. */
  regionCodes?: Array<string> | null | undefined;
  /** 主办或参加的单位。The organisation that hosts or takes part. */
  organizationId?: string | null | undefined;
  /** 与此时段有交叠。Overlapping this range of time. */
  during?: TimeRangeInput | null | undefined;
  /** 所属主题，须与原文完全一致。The committee's label, exactly as written. */
  theme?: string | null | undefined;
};

/** 活动类型。Kinds of activity. */
export type ActivityKind =
  /** 服务活动。Service to residents or units. */
  | 'SERVICE'
  /** 联席会议、大党委会议，有议程。A meeting, with an agenda. */
  | 'MEETING'
  /** 主题党日。Themed day. */
  | 'THEMED_DAY'
  /** 培训、宣讲。Training or lecture. */
  | 'TRAINING'
  /** 文体活动。Culture and sport. */
  | 'CULTURE'
  /** 比武、竞赛。Contest. */
  | 'CONTEST'
  /** 其他。Other. */
  | 'OTHER';

/** 活动状态。The state of an activity. */
export type ActivityState =
  /** 已排期。Scheduled. */
  | 'SCHEDULED'
  /** 已改期。Moved to another time. */
  | 'RESCHEDULED'
  /** 已取消，原因见 cancelReason。Cancelled; cancelReason says why. */
  | 'CANCELLED'
  /** 已举办。It took place. */
  | 'HELD';

/** 筛选更新；各项须同时满足。Which updates. All given conditions must hold. */
export type ActivityUpdateFilter = {
  /** 某委员会日历上的活动。Of activities on a committee's calendar. */
  committeeId?: string | null | undefined;
  /** 此地及其下级的活动，按区划代码。Of activities in a region or below it, by its code. */
  regionCode?: string | null | undefined;
  /** 某单位主办或参加的活动；该单位、主办单位和主持委员会的人，也看到受邀的。Of activities that an organisation hosts or takes part in. For itself, the host and whoever runs the committee, also of those that it is invited to. */
  organizationId?: string | null | undefined;
  /** 活动类型之一。Of activities of one of these kinds. */
  kinds?: Array<ActivityKind> | null | undefined;
  /** 更新类型之一。One of these types of update. */
  types?: Array<ActivityUpdateType> | null | undefined;
};

/** 更新类型；以后可能增加。What happened. More types may be added later. */
export type ActivityUpdateType =
  /** 已排期。It was put on the calendar. */
  | 'SCHEDULED'
  /** 已改期。It was moved to another time. */
  | 'RESCHEDULED'
  /** 已取消。It was cancelled. */
  | 'CANCELLED'
  /** 已举办。It took place. */
  | 'HELD'
  /** 内容有更正：标题、类型、主题、说明或地点。What was entered was corrected: title, kind, theme, description or place. */
  | 'CORRECTED'
  /** 误记为已举办或已取消，恢复为待举办。It was marked as held or cancelled by mistake, and is to take place. */
  | 'REOPENED'
  /** 有单位受邀；只有该单位、主办单位和主持委员会的人可见。A unit was invited. Only that unit, the host and whoever runs the committee see it. */
  | 'PARTICIPANT_INVITED'
  /** 有单位参加。A unit joined. */
  | 'PARTICIPANT_JOINED'
  /** 有单位谢绝邀请；可见范围同受邀。A unit declined its invitation. Whoever sees that one was invited sees it. */
  | 'PARTICIPANT_DECLINED'
  /** 有单位退出。A unit left. */
  | 'PARTICIPANT_LEFT'
  /** 已登记到场人次。Attendance was recorded. */
  | 'ATTENDANCE_RECORDED';

/** 登记一个行政区划。A place to add to the tree. */
export type AddRegionInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 代码，1 至 40 位，限数字、拉丁字母与连字符。Code, 1 to 40 digits, Latin letters and hyphens. */
  code: string;
  /** 名称，1 至 100 字。Name, 1 to 100 characters. */
  name: string;
  /** 层级，须低于上级。Level, below the parent's. */
  level: RegionLevel;
  /** 上级代码；最上级没有。Code of the place above; the topmost has none. */
  parentCode?: string | null | undefined;
  /** 当地的叫法，如片区、楼栋，限社区以下，1 至 10 字。What it is called there, such as 片区; below a community, 1 to 10 characters. */
  levelName?: string | null | undefined;
};

/** 协议的筛选条件。Which agreements to list. */
export type AgreementFilter = {
  /** 此地及其下级。In that place and all below it. */
  regionCode?: string | null | undefined;
  /** 所属委员会。The committee under which they are made. */
  committeeId?: string | null | undefined;
  /** 其中一方。An organisation that is a party. */
  organizationId?: string | null | undefined;
  /** 已提出、待这一方签署的。Proposed, and waiting for the signature of this party. */
  awaitingSignatureOf?: string | null | undefined;
  /** 状态。States. */
  states?: Array<AgreementState> | null | undefined;
  /** 期限止于此日之前；未选状态时只列生效中的。The term ends before this day. Without `states`, only agreements in force are listed. */
  expiringBefore?: string | null | undefined;
  /** 标题或承诺事项中的文字，简繁皆可。Text in title or commitments, in simplified or traditional Chinese. */
  text?: string | null | undefined;
};

/** 协议状态。States of an agreement. */
export type AgreementState =
  /** 草稿，可修改。Draft: the text can change. */
  | 'DRAFT'
  /** 已提出，文本不能再修改，待各方签署。Proposed: the text cannot change, the parties can sign. */
  | 'PROPOSED'
  /** 生效，各方均已签署。In force: all parties have signed. */
  | 'ACTIVE'
  /** 期满。It was in force, and its term is over. */
  | 'EXPIRED'
  /** 终止，附原因。Ended before its term, with a reason. */
  | 'TERMINATED';

/** 场地的便民设施。What a venue has for those who come. */
export type Amenity =
  /** 充电。Charging. */
  | 'CHARGING'
  /** 饮水。Drinking water. */
  | 'DRINKING_WATER'
  /** 微波炉。Microwave oven. */
  | 'MICROWAVE'
  /** 休息。A place to rest. */
  | 'REST'
  /** 母婴室。Nursing room. */
  | 'NURSING_ROOM'
  /** AED（自动体外除颤器）。Automated external defibrillator. */
  | 'AED'
  /** 急救药箱。First-aid kit. */
  | 'FIRST_AID'
  /** 卫生间。Toilet. */
  | 'TOILET'
  /** 无线网络。Wi-Fi. */
  | 'WIFI'
  /** 投影。Projector. */
  | 'PROJECTOR'
  /** 音响。Sound system. */
  | 'SOUND'
  /** 停车。Parking. */
  | 'PARKING'
  /** 图书阅览。Books to read. */
  | 'READING'
  /** 雨具。Umbrellas. */
  | 'UMBRELLA'
  /** 打印。Printing. */
  | 'PRINTING';

/** 入会申请的状态。States of an application. */
export type ApplicationState =
  /** 待答复。The committee has not answered. */
  | 'SUBMITTED'
  /** 已同意，单位已加入。Accepted; the unit is a member. */
  | 'ACCEPTED'
  /** 已退回，附原因。Sent back, with a reason. */
  | 'RETURNED'
  /** 单位已撤回。The unit has withdrawn it. */
  | 'WITHDRAWN';

/** 单位申请加入委员会。A unit that proposes itself for a committee. */
export type ApplyToCommitteeInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 委员会。The committee. */
  committeeId: string;
  /** 单位。The unit. */
  organizationId: string;
  /** 申请说明，1 至 500 字。Why the unit wants to join, and what it brings, 1 to 500 characters. */
  message?: string | null | undefined;
};

/** 任命的角色。Roles that are held by appointment. */
export type AppointedRole =
  /** 审计员，查阅审计记录。Auditor: reads the audit log. */
  | 'AUDITOR'
  /** 平台管理员，管理区划、单位与任命。Operator: keeps regions, organisations and appointments. */
  | 'OPERATOR';

/** 任命审计员或平台管理员。An auditor or operator to appoint. */
export type AppointInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 此人的登录标识。The sign-in this person uses. */
  subject: string;
  /** 角色。Role. */
  role: AppointedRole;
  /** 地域代码，含其下级。The place, with all below it. */
  regionCode: string;
};

/** 任命的筛选条件。Which appointments to list. */
export type AppointmentFilter = {
  /** 此地及其下级。In that place and all below it. */
  regionCode?: string | null | undefined;
  /** 角色。Role. */
  role?: AppointedRole | null | undefined;
};

/** 任命本届委员，或筹备中的下一届的委员。A seat of the current term, or of the planned one, to fill. */
export type AppointSeatInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 委员会。The committee. */
  committeeId: string;
  /** 派出单位：现有成员单位，或委员会依托的党组织。The unit that sends the person: a member unit, or the party organisation that the committee belongs to. */
  organizationId: string;
  /** 姓名，1 至 50 字。Name of the person, 1 to 50 characters. */
  holderName: string;
  /** 职务。Role. */
  role: SeatRole;
  /** 任职日期，默认今天；下一届的委员自该届起日任职。First day in office; today by default, and the first day of a planned term. */
  since?: string | null | undefined;
  /** 此人的登录标识。The sign-in this person uses. */
  subject?: string | null | undefined;
  /** 所属任期，默认本届；可填筹备中的下一届。The term: the current one by default, or the planned one. */
  termId?: string | null | undefined;
  /** 任命书记时，是否接替现任书记（同时办理其离任），默认否；下一届的书记总是替换原定人选。Whether a secretary replaces the sitting one, whose seat ends in the same step; false by default. In a planned term the new one always does. */
  replaces?: boolean | null | undefined;
};

/** 登记交叉任职：一个单位的人到另一个单位任职。A person of one organisation who takes a seat in another one. */
export type AppointUnitSeatInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 任职的单位，如业主委员会、物业公司。The body: an owners' committee or a property company, for example. */
  bodyId: string;
  /** 派出单位。The organisation that sends the person. */
  organizationId: string;
  /** 姓名，1 至 50 字。Name of the person, 1 to 50 characters. */
  holderName: string;
  /** 所任职务，如“业委会委员”，1 至 50 字。Office, such as "member of the owners' committee", 1 to 50 characters. */
  role: string;
  /** 任职日期，默认今天。First day in office; today by default. */
  since?: string | null | undefined;
  /** 所依据的共建协议，可不填。The agreement by which this is so, if there is one. */
  agreementId?: string | null | undefined;
};

/** 登记由谁服务一个小区。Who serves an estate, and from when. */
export type AssignServiceAreaInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 物业公司或业主委员会。The property company or owners' committee. */
  organizationId: string;
  /** 小区代码。Code of the estate. */
  regionCode: string;
  /** 第一天，至多提前一年登记。First day, at most a year ahead. */
  from: string;
  /** 最后一天；未定的省略。Last day; left out while it is not known. */
  until?: string | null | undefined;
};

/** 公开范围：谁可以看到这条记录。Who may see a record. */
export type Audience =
  /** 公开，人人可见。Everybody. */
  | 'PUBLIC'
  /** 联盟内，本区域已登录的单位可见。Signed-in units of the region. */
  | 'ALLIANCE'
  /** 委员会内，其成员单位可见。Units of the committee. */
  | 'COMMITTEE'
  /** 相关方，仅记录中列名的单位可见。Only the units named in the record. */
  | 'PARTIES';

/** 审计记录的筛选条件。Which audit entries to list. */
export type AuditEntryFilter = {
  /** 操作名。Name of the mutation. */
  action?: string | null | undefined;
  /** 操作名之一。Names of mutations, any of which matches. */
  actions?: Array<string> | null | undefined;
  /** 记录类型之一，如 Booking。Types of record, such as Booking. */
  nouns?: Array<string> | null | undefined;
  /** 自此时起。From this time on. */
  since?: string | null | undefined;
  /** 此时之前。Before this time. */
  until?: string | null | undefined;
  /** 所代表的单位。The unit for which it was done. */
  organizationId?: string | null | undefined;
  /** 记录编号。Id of the record. */
  recordId?: string | null | undefined;
  /** 办理者的登录标识。The sign-in of the person or partner system that did it. */
  subject?: string | null | undefined;
};

/** 一并预约的一项资源。One of the resources that are booked together. */
export type BasketItemInput = {
  /** 资源。The resource. */
  resourceId: string;
  /** 数量，默认 1，1 至 1000000。How much of it; one by default, 1 to 1,000,000. */
  quantity?: number | null | undefined;
};

/** 停用的状态。State of a blocking. */
export type BlockingState =
  /** 有效。In force. */
  | 'ACTIVE'
  /** 已取消。Lifted. */
  | 'LIFTED';

/** 停用一段时间。A time at which a resource cannot be used. */
export type BlockResourceInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 资源。The resource. */
  resourceId: string;
  /** 时段：不早于现在，不超过 400 天。The time: not in the past, up to 400 days long. */
  during: TimeRangeInput;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 一并预约多项资源。Several resources to book together for a time. */
export type BookBasketInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 预约单位。The unit that books. */
  organizationId: string;
  /** 时段：不早于现在，不超过 31 天，在 400 天之内结束。The time: not in the past, up to 31 days long, ending within 400 days. */
  during: TimeRangeInput;
  /** 用途，仅双方与委员会可见，1 至 200 字。What it is for; only both sides and whoever runs the committee can see it, 1 to 200 characters. */
  purpose?: string | null | undefined;
  /** 1 至 20 项，每项资源一次。1 to 20 resources, each once. */
  items: Array<BasketItemInput>;
};

/** 预约的筛选条件。Which bookings to list. */
export type BookingFilter = {
  /** 资源。The resource. */
  resourceId?: string | null | undefined;
  /** 预约单位。The unit that booked. */
  organizationId?: string | null | undefined;
  /** 提供单位：对其资源的预约。The unit that offers the resources. */
  providerId?: string | null | undefined;
  /** 状态，默认全部。States; all by default. */
  states?: Array<BookingState> | null | undefined;
  /** 与此时段有重叠的。Those that overlap that time. */
  during?: TimeRangeInput | null | undefined;
};

/** 预约的排序。Orders of bookings. */
export type BookingOrder =
  /** 新作的在前。Those made last come first. */
  | 'NEWEST_FIRST'
  /** 开始早的在前。The earliest start comes first. */
  | 'START_ASC'
  /** 开始晚的在前。The latest start comes first. */
  | 'START_DESC';

/** 预约规则；未给出的不变，给 null 即取消该项规则。Rules of booking; what you leave out stays as it is, and null removes a rule. */
export type BookingRulesInput = {
  /** 是否须经提供单位同意。Whether bookings need the provider's approval. */
  approval?: boolean | null | undefined;
  /** 最少提前多少分钟，0 至 525600。How many minutes ahead at least, 0 to 525,600. */
  minNoticeMinutes?: number | null | undefined;
  /** 最多提前多少天，1 至 400。How many days ahead at most, 1 to 400. */
  maxAheadDays?: number | null | undefined;
  /** 按多少分钟一格预约，1 至 1440。Length of a slot, in minutes, 1 to 1,440. */
  slotMinutes?: number | null | undefined;
  /** 每次预约之后留空多少分钟，0 至 1440。Minutes that stay free after each booking, 0 to 1,440. */
  bufferMinutes?: number | null | undefined;
  /** 每次最长多少分钟，1 至 44640。Maximum length of a booking, in minutes, 1 to 44,640. */
  maxLengthMinutes?: number | null | undefined;
  /** 预约单位最晚在开始前多少分钟取消，0 至 525600。Until how many minutes before the start the unit that booked can cancel, 0 to 525,600. */
  cancelBeforeMinutes?: number | null | undefined;
  /** 法定节假日是否开放。Whether it is open on public holidays. */
  onHolidays?: OnHolidays | null | undefined;
};

/** 预约状态。State of a booking. */
export type BookingState =
  /** 待提供单位同意。Waits for the provider's approval. */
  | 'REQUESTED'
  /** 已确认。Confirmed. */
  | 'CONFIRMED'
  /** 提供单位未同意。Denied by the provider. */
  | 'DENIED'
  /** 已取消。Cancelled, with a reason. */
  | 'CANCELLED'
  /** 已使用。Used. */
  | 'DONE';

/** 预约资源。A resource to book for a time. */
export type BookResourceInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 资源。The resource. */
  resourceId: string;
  /** 预约单位。The unit that books. */
  organizationId: string;
  /** 时段：不早于现在，不超过 31 天，在 400 天之内结束。The time: not in the past, up to 31 days long, ending within 400 days. */
  during: TimeRangeInput;
  /** 数量，默认 1，1 至 1000000。How much of it; one by default, 1 to 1,000,000. */
  quantity?: number | null | undefined;
  /** 用途，仅双方与委员会可见，1 至 200 字。What it is for; only both sides and whoever runs the committee can see it, 1 to 200 characters. */
  purpose?: string | null | undefined;
};

/** 系列预约。A series to book. */
export type BookSeriesInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 资源。The resource. */
  resourceId: string;
  /** 预约单位。The unit that books. */
  organizationId: string;
  /** 第一次的时段，不超过 6 天。The time of the first date, up to 6 days long. */
  during: TimeRangeInput;
  /** 重复的规则，按北京时间的日历，至多 200 次；没有这一天的月份跳过。How it repeats, by the calendar in Asia/Shanghai, up to 200 dates; months without that day are skipped. */
  repeat: RepeatInput;
  /** 数量，默认 1，1 至 1000000。How much of it; one by default, 1 to 1,000,000. */
  quantity?: number | null | undefined;
  /** 用途，仅双方与委员会可见，1 至 200 字。What it is for; only both sides and whoever runs the committee can see it, 1 to 200 characters. */
  purpose?: string | null | undefined;
  /** 有一次订不到时：全部不订，或跳过这一次。If a date cannot be had: refuse all, or skip that date. */
  onConflict?: OnConflict;
  /** 只预览每一次能否订到，不预约。Only shows what each date would give; nothing is booked. */
  preview?: boolean;
};

/** 取消已安排的退出。A planned leaving to call off, by the id of the membership. */
export type CallOffLeavingInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 取消尚未到日期的区划调整。A change to call off before its day. */
export type CallOffRegionChangeInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 取消活动。An activity to cancel. */
export type CancelActivityInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 取消预约。A booking to cancel. */
export type CancelBookingInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 取消系列预约的其余各次。The rest of a series to cancel. */
export type CancelSeriesInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
  /** 自哪日起（含），默认自现在起；已开始的不取消。First day; from now on by default. What has begun is not cancelled. */
  from?: string | null | undefined;
};

/** 更改预约，未填的不变，用途给 null 即删去。A booking to change; what is left out stays. A purpose that is given as null is removed. */
export type ChangeBookingInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 新的时段：不早于现在，不超过 31 天，在 400 天之内结束。缩短的时段只须合整格，不受提前时间、开放时间等限制。The new time: not in the past, up to 31 days long, ending within 400 days. A part of the present time need only consist of whole slots; notice, hours and the other rules do not apply. */
  during?: TimeRangeInput | null | undefined;
  /** 数量，默认 1，1 至 1000000。How much of it; one by default, 1 to 1,000,000. */
  quantity?: number | null | undefined;
  /** 用途，仅双方与委员会可见，1 至 200 字。What it is for; only both sides and whoever runs the committee can see it, 1 to 200 characters. */
  purpose?: string | null | undefined;
};

/** 自某日起更改系列预约，未填的不变，用途给 null 即删去。A change of a series from a day on; what is left out stays. A purpose that is given as null is removed. */
export type ChangeSeriesInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 自哪日起（含）：更改此日起尚未开始的各次。First day: dates from then on that have not begun are changed. */
  from: string;
  /** 时刻，00:00 至 23:59。Time of the day, 00:00 to 23:59. */
  startTime?: string | null | undefined;
  /** 每次多少分钟，1 至 8640。Length of each date in minutes, 1 to 8,640. */
  lengthMinutes?: number | null | undefined;
  /** 改到同一周的星期几，1 至 7，1 为周一；按月的系列不能改。Day of the same week, 1 to 7, 1 is Monday; only for series by week. */
  weekday?: number | null | undefined;
  /** 数量，默认 1，1 至 1000000。How much of it; one by default, 1 to 1,000,000. */
  quantity?: number | null | undefined;
  /** 用途，仅双方与委员会可见，1 至 200 字。What it is for; only both sides and whoever runs the committee can see it, 1 to 200 characters. */
  purpose?: string | null | undefined;
  /** 有一次订不到新时段时：全部不改，或跳过这一次，保留原时段。If a date cannot have its new time: refuse all, or skip that date, which keeps its time. */
  onConflict?: OnConflict;
  /** 只预览每一次能否更改，不更改。Only shows what would become of each date; nothing is changed. */
  preview?: boolean;
};

/** 结束清单征集。A call for lists to close. */
export type CloseCollectionRoundInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 清单征集的筛选条件。Which collection rounds to list. */
export type CollectionRoundFilter = {
  /** 此地及其下级。In that place and all below it. */
  regionCode?: string | null | undefined;
  /** 发起的委员会。The committee that started them. */
  committeeId?: string | null | undefined;
  /** 状态。States. */
  states?: Array<CollectionRoundState> | null | undefined;
};

/** 清单征集的状态。State of a collection round. */
export type CollectionRoundState =
  /** 进行中。Open. */
  | 'OPEN'
  /** 已结束。Closed. */
  | 'CLOSED';

/** 一条承诺事项。One clause of an agreement. */
export type CommitmentInput = {
  /** 承诺的一方。The party that commits itself. */
  organizationId: string;
  /** 承诺内容，1 至 500 字。What is promised, 1 to 500 characters. */
  clause: string;
  /** 所用资源，须为该方所提供。The resource it is about; that party must provide it. */
  resourceId?: string | null | undefined;
  /** 每年次数，1 至 366。How often a year, 1 to 366. */
  timesPerYear?: number | null | undefined;
};

/** 委员会的筛选条件。Which committees to list. */
export type CommitteeFilter = {
  /** 此地及其下级。In that place and all below it. */
  regionCode?: string | null | undefined;
  /** 名称中的文字，简繁皆可。Text in the name, in simplified or traditional Chinese. */
  text?: string | null | undefined;
  /** 层级。Levels. */
  levels?: Array<CommitteeLevel> | null | undefined;
  /** 类型。Kinds. */
  kinds?: Array<CommitteeKind> | null | undefined;
};

/** 委员会类型。Kinds of committees. */
export type CommitteeKind =
  /** 大工委、大党委。Joint committee. */
  | 'JOINT_COMMITTEE'
  /** 联席会议。Joint meeting. */
  | 'JOINT_MEETING'
  /** 领导小组。Leading group. */
  | 'LEADING_GROUP'
  /** 专班。Working group for one piece of work. */
  | 'WORKING_GROUP';

/** 委员会层级。Levels of committees. */
export type CommitteeLevel =
  /** 区级联席会议、领导小组。Joint meeting or leading group of a district. */
  | 'DISTRICT'
  /** 街道大工委。Joint committee of a street. */
  | 'STREET'
  /** 社区大党委。Joint committee of a community. */
  | 'COMMUNITY';

/** 预约已使用。A booking that was used. */
export type CompleteBookingInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 用验证码确认邮箱。A code that confirms the mail address. */
export type ConfirmMailAddressInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 寄到邮箱的 12 位验证码；大小写、空格和连字符不计。The code of 12 characters that was sent; case, spaces and hyphens do not matter. */
  code: string;
};

/** 更正单位，须说明原因；未给出的不变。What to correct of an organisation, and why; what you leave out stays as it is. */
export type CorrectOrganizationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
  /** 类型。Kind. */
  kind?: OrganizationKind | null | undefined;
  /** 所在地代码。Code of the place where it is. */
  regionCode?: string | null | undefined;
  /** 统一社会信用代码；null 为没有。Unified social credit code; null if it has none. */
  creditCode?: string | null | undefined;
  /** 上级单位；null 为没有。The organisation above it; null if there is none. */
  parentId?: string | null | undefined;
};

/** 生成日历订阅：organizationId 与 committeeId 必填其一。A calendar feed to make, for either a unit or a committee. */
export type CreateCalendarFeedInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 单位：主办或参加的活动，及其委员会日历上可见的活动。A unit: what it hosts or takes part in, and what it may read on its committees' calendars. */
  organizationId?: string | null | undefined;
  /** 委员会：其日历上的全部活动。A committee: all that is on its calendar. */
  committeeId?: string | null | undefined;
  /** 备注，1 至 50 字。A note, 1 to 50 characters. */
  label?: string | null | undefined;
};

/** 要登记的推送地址。A webhook endpoint to register. */
export type CreateWebhookEndpointInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 归属的单位。The organisation it belongs to. */
  organizationId: string;
  /** 推送给谁：默认是单位自己的系统，也可以是群机器人。What takes the messages: a system by default, or the robot of a group. */
  kind?: WebhookKind | null | undefined;
  /** https 地址，须在公网上；群机器人的，照群设置中的填写。An https address on the public network; that of a robot as the group's settings show it. */
  address: string;
  /** 钉钉、飞书群机器人的加签密钥，至多 200 字；未启用加签的留空。The signing secret of a DingTalk or Feishu robot, up to 200 characters; empty if it does not sign. */
  robotSecret?: string | null | undefined;
  /** 名称，1 至 60 字。A name, 1 to 60 characters. */
  label?: string | null | undefined;
  /** 推送哪些更新，默认为全部可见的更新。Which updates; by default all that the organisation may see. */
  filter?: ActivityUpdateFilter | null | undefined;
  /** 另外推送本单位的哪些通知；默认不推送。Which notices of the organisation are delivered, too; by default none. */
  notices?: WebhookNoticesInput | null | undefined;
  /** 从更新日志的此位置之后开始，默认自现在起。The position of the update log after which to begin; by default, now. */
  after?: string | null | undefined;
};

/** 答复预约申请。The answer to a booking request. */
export type DecideBookingInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 是否同意。True confirms the booking, false denies it. */
  confirm: boolean;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason?: string | null | undefined;
};

/** 一并答复多项预约申请。The answer to several booking requests. */
export type DecideBookingsInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 预约，1 至 50 项，每项一次。The bookings: 1 to 50, each once. */
  bookings: Array<DecideBookingsItemInput>;
  /** 是否同意。True confirms the booking, false denies it. */
  confirm: boolean;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason?: string | null | undefined;
};

/** 一并答复的一项预约申请。One of the requests that are answered together. */
export type DecideBookingsItemInput = {
  /** 预约。The booking. */
  id: string;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT，一项也不答复。The version you worked from. If it is no longer the current one, the answer is CONFLICT, and nothing is decided. */
  version?: number | null | undefined;
};

/** 谢绝邀请。An invitation to decline. */
export type DeclineInvitationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 受邀的单位。The unit that is invited. */
  organizationId: string;
  /** 谢绝的原因，主办单位可见，1 至 200 字。Why it declines, for the host to read, 1 to 200 characters. */
  reason?: string | null | undefined;
};

/** 删除草稿。A draft to discard. */
export type DiscardAgreementInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 删除草稿。A draft to discard. */
export type DiscardNeedInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 取消筹备中的下一届，本届任满其原定任期。A planned term to give up; the current one then lasts to its own last day. */
export type DiscardPlannedTermInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 删除草稿。A draft to discard. */
export type DiscardResourceInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 草拟共建协议。An agreement to draft. */
export type DraftAgreementInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所属委员会。The committee under which it is made. */
  committeeId: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title: string;
  /** 各方，2 至 20 个不同单位，按序。The parties in order: 2 to 20 different organisations. */
  partyIds: Array<string>;
  /** 期限起（含）。First day of the term. */
  termFrom: string;
  /** 期限止（含），晚于起日。Last day of the term, after the first. */
  termTo: string;
  /** 承诺事项，至多 50 条，按序。What the parties commit themselves to, in order; up to 50. */
  commitments?: Array<CommitmentInput> | null | undefined;
  /** 公开范围，默认委员会内。Who may see it; COMMITTEE by default. */
  audience?: Audience | null | undefined;
};

/** 解除任命。An appointment to end. */
export type EndAppointmentInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 结束代行；代行者也可以谢绝。A handover to end; the deputy may decline it, too. */
export type EndHandoverInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason?: string | null | undefined;
};

/** 联络员卸任。A liaison to end. */
export type EndLiaisonInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 终止单位，须说明原因。An organisation to end, and why. */
export type EndOrganizationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
  /** 最后一天，默认今天，不晚于今天。Its last day; today by default, and not later. */
  endedOn?: string | null | undefined;
};

/** 撤销一个行政区划；其中须已没有单位、委员会和下级。A region that ends; nothing is in it any more. */
export type EndRegionInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 行政区划的代码。Code of the region. */
  code: string;
  /** 自此日零时（北京时间）起，今天或以后十年内；默认今天，即时办理。The day from whose beginning (Asia/Shanghai) it is so: today or within ten years. Default: today, at once. */
  from?: string | null | undefined;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason?: string | null | undefined;
};

/** 终止已接收的报到。An accepted registration to end. */
export type EndRegistrationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 委员离任；筹备中的下一届的委员即不再列入。A seat to end. One of a planned term is simply taken out. */
export type EndSeatInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
  /** 离任日期，默认今天。Last day; today by default. */
  until?: string | null | undefined;
};

/** 不再服务一个小区。That an organisation no longer serves an estate. */
export type EndServiceAreaInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 最后一天，默认今天，不晚于今天。Last day; today by default, and not later. */
  until?: string | null | undefined;
};

/** 结束交叉任职。A seat in a unit to end. */
export type EndUnitSeatInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
  /** 离任日期，默认今天。Last day; today by default. */
  until?: string | null | undefined;
};

/** 要终止的推送地址。An endpoint to end. */
export type EndWebhookEndpointInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 推送地址。The endpoint. */
  id: string;
};

/** 登记合作系统。A partner system to enter. */
export type EnterPartnerInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所代表的单位。The unit for which it acts. */
  organizationId: string;
  /** 名称，1 至 60 位，限拉丁字母、数字与 . _ -。Name, 1 to 60 Latin letters, digits, dots, underscores and hyphens. */
  name: string;
  /** 权限，至少一项：organizations、members、resources、activities 之一，加 :read 或 :write。What the key permits, at least one: organizations, members, resources or activities, with :read or :write. */
  scopes: Array<string>;
};

/** 成立委员会及其首届任期。A committee to establish, with its first term. */
export type EstablishCommitteeInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 名称，1 至 100 字。Name, 1 to 100 characters. */
  name: string;
  /** 层级，与所在地一致。Level, that of the place. */
  level: CommitteeLevel;
  /** 类型；省略时区级为联席会议，其余为大工委、大党委。Kind; if left out, a joint meeting for a district, otherwise a joint committee. */
  kind?: CommitteeKind | null | undefined;
  /** 所在地代码。Code of the place. */
  regionCode: string;
  /** 依托的党组织。The party organisation that it belongs to. */
  organizationId: string;
  /** 上级委员会。The committee above it. */
  parentId?: string | null | undefined;
  /** 届次，1 至 99。Number of the term, 1 to 99. */
  termNumber: number;
  /** 任期起。First day of the term. */
  termStartsOn: string;
  /** 任期止。Last day of the term. */
  termEndsOn: string;
  /** 工作主题，至多 12 项，每项 1 至 30 字。Labels for its work, up to 12, 1 to 30 characters each. */
  themes?: Array<string> | null | undefined;
};

/** 组建队伍；属单位或属委员会，二者择一。A team to form. It belongs either to a unit or to a committee. */
export type FormTeamInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所属单位。The unit it belongs to. */
  organizationId?: string | null | undefined;
  /** 所属委员会。The committee it belongs to. */
  committeeId?: string | null | undefined;
  /** 名称，1 至 100 字。Name, 1 to 100 characters. */
  name: string;
  /** 类型。Kind. */
  kind: TeamKind;
  /** 人数，1 至 1000000。How many people, 1 to 1,000,000. */
  headcount: number;
  /** 专长，至多 12 项，每项 1 至 30 字。What it is good at, up to 12, 1 to 30 characters each. */
  specialities?: Array<string> | null | undefined;
  /** 组建日期，默认今天。Day it was formed; today by default. */
  formedOn?: string | null | undefined;
};

/** 阵地功能区。Function areas of a venue. */
export type FunctionArea =
  /** 政务服务。Government services. */
  | 'GOVERNMENT_SERVICES'
  /** 党群活动。Party and public activities. */
  | 'PARTY_ACTIVITIES'
  /** 综合治理。General governance. */
  | 'GENERAL_GOVERNANCE'
  /** 协商议事。Deliberation. */
  | 'DELIBERATION'
  /** 文体康养。Culture, sport and care. */
  | 'CULTURE_AND_CARE';

/** 放弃推送。A delivery to give up. */
export type GiveUpWebhookDeliveryInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 推送。The delivery. */
  id: string;
};

/** 交代行：书记在一段时间内请一位副书记代为主持委员会。The secretary lets a deputy run the committee for a time. */
export type HandOverInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 委员会。The committee. */
  committeeId: string;
  /** 代行者的任职：本届的一位副书记，须有登录标识。The deputy's seat: that of a deputy secretary of the current term who has a sign-in. */
  seatId: string;
  /** 代行起，今天或以后，一年以内。First day: today or later, within a year. */
  from: string;
  /** 代行止，至多 90 天，不晚于本届任期止。Last day: at most 90 days in all, and no later than the term's last day. */
  until: string;
  /** 说明，1 至 500 字。What the deputy should know, 1 to 500 characters. */
  note?: string | null | undefined;
};

/** 代行的状态。States of a handover. */
export type HandoverState =
  /** 未开始。It has not begun yet. */
  | 'PLANNED'
  /** 代行中。The deputy runs the committee. */
  | 'CURRENT'
  /** 已结束：到期、被结束，或双方之一的任职已结束。It is over: by its last day, by somebody, or with one of the two seats. */
  | 'ENDED';

/** 记为已举办的活动。An activity that took place. */
export type HoldActivityInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 邀请单位参加活动。Units to invite to an activity. */
export type InviteUnitsInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 邀请的单位，一次 1 至 100 个：联盟内在册的任何单位，不限于委员会的成员单位。The units to invite, 1 to 100 at once: any active unit of the alliance, member of the committee or not. */
  organizationIds: Array<string>;
};

/** 问题的筛选条件。Which issues to list. */
export type IssueFilter = {
  /** 此地及其下级。In that place and all below it. */
  regionCode?: string | null | undefined;
  /** 所属委员会。The committee that they belong to. */
  committeeId?: string | null | undefined;
  /** 状态。States. */
  states?: Array<IssueState> | null | undefined;
  /** 责任单位。The organisation that owns them. */
  ownerId?: string | null | undefined;
  /** 在哪次会议或活动上提出。The meeting or activity at which they were raised. */
  activityId?: string | null | undefined;
  /** 到这一天已逾期而未解决。Overdue on that day: unresolved, with an earlier deadline. */
  overdueOn?: string | null | undefined;
};

/** 问题列表的排序。Orders of issues. */
export type IssueOrder =
  /** 新提出的在前。Newest first. */
  | 'NEWEST_FIRST'
  /** 未解决的在前，期限近的在前，没有期限的在后。Unresolved ones first, by deadline; those without a deadline after the others. */
  | 'DEADLINE_ASCENDING';

/** 问题状态。The state of an issue. */
export type IssueState =
  /** 已提出，办理中。Raised, being dealt with. */
  | 'RAISED'
  /** 已解决，结果见 outcome。Resolved; outcome says how. */
  | 'RESOLVED';

/** 单位参加活动。A unit that joins an activity. */
export type JoinActivityInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 参加的单位。The unit that joins. */
  organizationId: string;
};

/** 单位加入委员会。A unit to take into a committee. */
export type JoinCommitteeInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 委员会。The committee. */
  committeeId: string;
  /** 单位。The unit. */
  organizationId: string;
  /** 加入日期，默认今天。Day of joining; today by default. */
  joinedOn?: string | null | undefined;
};

/** 候补。A time to wait for. */
export type JoinWaitingListInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 资源。The resource. */
  resourceId: string;
  /** 候补单位。The unit that waits. */
  organizationId: string;
  /** 时段：不早于现在，不超过 31 天，在 400 天之内结束。The time: not in the past, up to 31 days long, ending within 400 days. */
  during: TimeRangeInput;
  /** 数量，默认 1，1 至 1000000。How much of it; one by default, 1 to 1,000,000. */
  quantity?: number | null | undefined;
  /** 用途，仅双方可见，1 至 200 字。What it is for; only both sides can see it, 1 to 200 characters. */
  purpose?: string | null | undefined;
};

/** 保留系列预约的其余各次。A series to keep. */
export type KeepSeriesInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 单位退出活动。A unit that leaves an activity. */
export type LeaveActivityInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 退出的单位。The unit that leaves. */
  organizationId: string;
};

/** 单位退出委员会。A membership to end. */
export type LeaveCommitteeInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
  /** 退出日期，默认今天。Last day; today by default. */
  leftOn?: string | null | undefined;
  /** 今后的退出日期，至多一年：当日结束后退出，此前可以取消。A last day ahead, within a year: the unit leaves when that day is over, and can call it off before. */
  leavesOn?: string | null | undefined;
  /** 未了结事项的处理，须逐一列出；不给则按 leaving 所列的结果处理。How each thing that is open is settled: all of them, or none; then each is settled as leaving says. */
  settlements?: Array<SettlementInput> | null | undefined;
};

/** 取消停用。A blocking to lift. */
export type LiftBlockingInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 邮件的语言。The language of mail. */
export type MailLanguage =
  /** 简体中文。Chinese in simplified characters. */
  | 'ZH_CN'
  /** 繁體中文。Chinese in traditional characters. */
  | 'ZH_TW'
  /** 英文。English. */
  | 'EN';

/** 何时发送邮件。When mail is sent. */
export type MailMode =
  /** 即时发送；同一记录一分钟内的多次变化合为一封。At once; several changes of one record within a minute are one mail. */
  | 'AT_ONCE'
  /** 每日摘要：北京时间 07:30，没有内容则不发。A daily summary at 07:30 in Asia/Shanghai, only if there is something. */
  | 'DAILY'
  /** 不发送。None. */
  | 'NONE';

/** 制作连心卡；属单位或属委员会，二者择一。A contact card to make. It belongs either to a unit or to a committee. */
export type MakeContactCardInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所属单位。The unit it belongs to. */
  organizationId?: string | null | undefined;
  /** 所属委员会。The committee it belongs to. */
  committeeId?: string | null | undefined;
  /** 岗位，1 至 50 字。Post, 1 to 50 characters. */
  post: string;
  /** 姓名，1 至 50 字。Name of the holder, 1 to 50 characters. */
  holderName: string;
  /** 办公电话，1 至 40 字。Office telephone, 1 to 40 characters. */
  officePhone?: string | null | undefined;
  /** 接待时间，1 至 100 字。Office hours, 1 to 100 characters. */
  hours?: string | null | undefined;
  /** 本人是否同意公开姓名与电话；姓名变更后须重新征得同意。Whether the holder consents to showing name and telephone. A new name needs a new consent. */
  consent?: boolean | null | undefined;
};

/** 要标为已读的通知。Notices to mark as read. */
export type MarkNoticesReadInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 通知，一次至多 100 条。The notices, at most 100 at once. */
  ids?: Array<string> | null | undefined;
  /** 是：全部标为已读。True: marks all of them. */
  all?: boolean | null | undefined;
};

/** 合并单位；版本指并入后的单位的。Two organisations to become one; the version is that of the one that is left. */
export type MergeOrganizationsInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 被并入的单位。The one that is merged into the other. */
  fromId: string;
  /** 并入后的单位。The one that is left. */
  intoId: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 并入另一同级行政区划。A region that becomes a part of another of its level. */
export type MergeRegionsInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 行政区划的代码。Code of the region. */
  code: string;
  /** 自此日零时（北京时间）起，今天或以后十年内；默认今天，即时办理。The day from whose beginning (Asia/Shanghai) it is so: today or within ten years. Default: today, at once. */
  from?: string | null | undefined;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason?: string | null | undefined;
  /** 并入的行政区划的代码。Code of the region that it becomes a part of. */
  intoCode: string;
};

/** 改属另一上级。A region that lies below another place from then on. */
export type MoveRegionInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 行政区划的代码。Code of the region. */
  code: string;
  /** 自此日零时（北京时间）起，今天或以后十年内；默认今天，即时办理。The day from whose beginning (Asia/Shanghai) it is so: today or within ten years. Default: today, at once. */
  from?: string | null | undefined;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason?: string | null | undefined;
  /** 新的上级的代码。Code of the place above it from then on. */
  parentCode: string;
};

/** 指定联络员。A person who will act for a unit. */
export type NameLiaisonInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 单位。The unit. */
  organizationId: string;
  /** 此人的登录标识。The sign-in this person uses. */
  subject: string;
  /** 姓名，1 至 50 字。Name, 1 to 50 characters. */
  name: string;
};

/** 某一点附近。Around a point. */
export type NearInput = {
  /** 经度（度），-180 至 180。Longitude, in degrees, -180 to 180. */
  longitude: number;
  /** 纬度（度），-90 至 90。Latitude, in degrees, -90 to 90. */
  latitude: number;
  /** 多少米以内；800 米约为十分钟路程，1 至 100000。Within how many metres; 800 are about ten minutes on foot, 1 to 100,000. */
  metres: number;
};

/** 需求的筛选条件。Which needs to list. */
export type NeedFilter = {
  /** 此地及其下级。In that place and all below it. */
  regionCode?: string | null | undefined;
  /** 标题或说明中的文字，简繁皆可。Text in title or description, in simplified or traditional Chinese. */
  text?: string | null | undefined;
  /** 类型。Kinds. */
  kinds?: Array<NeedKind> | null | undefined;
  /** 所属委员会。The committee it was put to. */
  committeeId?: string | null | undefined;
  /** 提出单位。The unit that needs it. */
  organizationId?: string | null | undefined;
  /** 状态，默认已发布。States; published ones by default. */
  states?: Array<NeedState> | null | undefined;
  /** 清单征集。The collection round that they answer. */
  collectionRoundId?: string | null | undefined;
};

/** 需求类型。What can be asked for. */
export type NeedKind =
  /** 阵地、场地。Venue. */
  | 'VENUE'
  /** 设备物资。Equipment. */
  | 'EQUIPMENT'
  /** 专业人才、师资。Expertise. */
  | 'EXPERTISE'
  /** 服务项目。Service. */
  | 'SERVICE'
  /** 资金、物品。Funds or goods. */
  | 'FUNDS'
  /** 信息。Information. */
  | 'INFORMATION'
  /** 岗位。Posts. */
  | 'POST'
  /** 微心愿。A small wish, put in by an organisation; the person it serves is never named. */
  | 'WISH';

/** 需求状态。States of a need. */
export type NeedState =
  /** 草稿，仅提出单位可见。Draft, for its unit alone. */
  | 'DRAFT'
  /** 已发布。On the list. */
  | 'PUBLISHED'
  /** 已撤回。Withdrawn, with a reason. */
  | 'WITHDRAWN';

/** 通知的筛选条件；各项须同时满足。Which notices. All given conditions must hold. */
export type NoticeFilter = {
  /** 发给此单位的。Those to this unit. */
  organizationId?: string | null | undefined;
  /** 发给此委员会的。Those to this committee. */
  committeeId?: string | null | undefined;
  /** 包括发给所管下级委员会的；默认否。Also those to the committees below yours; not by default. */
  below?: boolean | null | undefined;
  /** 所涉记录的类型，如 Booking。Types of the records, such as Booking. */
  nouns?: Array<string> | null | undefined;
  /** 通知的类型，如 CONFIRMED；见 docs/notices.md。Types of the notices, such as CONFIRMED; docs/notices.md lists them. */
  types?: Array<string> | null | undefined;
  /** 是：只列本人未读的（近 30 天）；否：只列已读的或更早的。True: those of the last 30 days that you have not read; false: all others. */
  unread?: boolean | null | undefined;
};

/** 有一次订不到时怎么办。What to do about a date that cannot be had. */
export type OnConflict =
  /** 全部不办。Refuse all. */
  | 'FAIL'
  /** 跳过这一次。Skip that date. */
  | 'SKIP';

/** 法定节假日是否开放。Whether it is open on public holidays. */
export type OnHolidays =
  /** 照常。As on other days. */
  | 'OPEN'
  /** 按国家放假安排：放假日不开放，调休上班的周末按周一的时间开放。By the published calendar: closed on days off; a working day at a weekend has the hours of a Monday. */
  | 'CLOSED';

/** 发起清单征集。A call for lists to open. */
export type OpenCollectionRoundInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 委员会。The committee. */
  committeeId: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title: string;
  /** 起（含）。First day. */
  opensOn: string;
  /** 止（含），不早于今日。Last day; not before today. */
  closesOn: string;
};

/** 每周一段开放时间。One period of the weekly opening hours. */
export type OpeningHoursInput = {
  /** 星期几，1 为周一，1 至 7。Day of the week; 1 is Monday, 1 to 7. */
  weekday: number;
  /** 时刻，00:00 至 24:00。Time of the day, 00:00 to 24:00. */
  from: string;
  /** 时刻，00:00 至 24:00。Time of the day, 00:00 to 24:00. */
  to: string;
  /** 自哪日起有效；空为一直。First day on which it is valid; null means always. */
  validFrom?: string | null | undefined;
  /** 至哪日有效；空为一直。Last day on which it is valid; null means always. */
  validTo?: string | null | undefined;
  /** 备注，1 至 100 字。Note, 1 to 100 characters. */
  note?: string | null | undefined;
};

/** 单位的筛选条件。Which organisations to list. */
export type OrganizationFilter = {
  /** 此地及其下级。In that place and all below it. */
  regionCode?: string | null | undefined;
  /** 名称、曾用名或品牌中的文字，简繁皆可。Text in name, former names or brand, in simplified or traditional Chinese. */
  text?: string | null | undefined;
  /** 类型。Kinds. */
  kinds?: Array<OrganizationKind> | null | undefined;
  /** 所在地的层级。Level of the place where it is. */
  regionLevels?: Array<RegionLevel> | null | undefined;
  /** 状态，默认仅在册的。States; only active ones by default. */
  states?: Array<OrganizationState> | null | undefined;
};

/** 单位类型。Kinds of organisation. */
export type OrganizationKind =
  /** 党组织。Party organisation. */
  | 'PARTY_ORGANIZATION'
  /** 党政机关。Government body. */
  | 'GOVERNMENT'
  /** 事业单位。Public institution. */
  | 'PUBLIC_INSTITUTION'
  /** 国有企业。State-owned company. */
  | 'STATE_OWNED_COMPANY'
  /** 民营企业。Private company. */
  | 'PRIVATE_COMPANY'
  /** 社会组织。Social organisation. */
  | 'SOCIAL_ORGANIZATION'
  /** 学校。School. */
  | 'SCHOOL'
  /** 医院。Hospital. */
  | 'HOSPITAL'
  /** 物业公司。Property company. */
  | 'PROPERTY_COMPANY'
  /** 业主委员会。Owners' committee. */
  | 'OWNERS_COMMITTEE'
  /** 居民委员会。Residents' committee. */
  | 'RESIDENTS_COMMITTEE'
  /** 其他。Other. */
  | 'OTHER';

/** 单位的状态。States of organisations. */
export type OrganizationState =
  /** 在册。Active. */
  | 'ACTIVE'
  /** 已终止；可以查看，不能再办理新的事项。Ended: can be read, and does nothing new. */
  | 'ENDED'
  /** 已并入其他单位。Merged into another one. */
  | 'MERGED';

/** 单位与活动的关系。A unit's part in an activity. */
export type ParticipantState =
  /** 已受邀，尚未答复。Invited; it has not answered. */
  | 'INVITED'
  /** 参加。It takes part. */
  | 'JOINED'
  /** 已谢绝邀请。It declined the invitation. */
  | 'DECLINED'
  /** 参加过，已退出。It took part and has left. */
  | 'LEFT';

/** 筹备换届：本届任期内预先登记下一届及其委员，到起日零时（北京时间）接任。The next term to plan while the current one runs. It takes over when its first day begins in Asia/Shanghai. */
export type PlanTermInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 委员会。The committee. */
  committeeId: string;
  /** 届次，须大于以往各届，1 至 99。Number: higher than that of all previous terms, 1 to 99. */
  number: number;
  /** 任期止，须晚于起日。Last day, after the first. */
  endsOn: string;
  /** 在任委员是否留任，默认是；否则只有书记留任，直至为新一届另任书记。Whether the present members keep their seats; true by default. Otherwise only the secretary does, until another one is appointed for the new term. */
  carrySeats?: boolean | null | undefined;
  /** 任期起，明天或以后，至多提前 10 年；本届至其前一日为止。First day: tomorrow or later, at most 10 years ahead. The current term lasts to the day before. */
  startsOn: string;
};

/** 提出一项需求。A need to put on the list. */
export type PostNeedInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 提出单位。The unit that needs it. */
  organizationId: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title: string;
  /** 类型。Kind. */
  kind: NeedKind;
  /** 向哪个委员会提出；单位须属于它。The committee it is put to; the unit must belong to it. */
  committeeId?: string | null | undefined;
  /** 公开范围。Who may see it. */
  audience: Audience;
  /** 数量，1 至 1000000。How much, 1 to 1,000,000. */
  quantity?: number | null | undefined;
  /** 计量单位，1 至 20 字。The unit of the quantity, 1 to 20 characters. */
  unit?: string | null | undefined;
  /** 说明，1 至 2000 字。Description, 1 to 2,000 characters. */
  description?: string | null | undefined;
  /** 何日之前需要，不早于今日。Day by which it is needed; not before today. */
  neededBy?: string | null | undefined;
  /** 响应哪次清单征集；须属同一委员会且正在进行。The collection round that it answers. It must be open and of the same committee. */
  collectionRoundId?: string | null | undefined;
  /** 是否立即发布，默认存为草稿。Whether to publish at once; it stays a draft by default. */
  publish?: boolean | null | undefined;
};

/** 提出协议。A draft to propose. */
export type ProposeAgreementInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 要发布的草稿或误撤的需求。A draft to publish, or a need that was withdrawn by mistake. */
export type PublishNeedInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 要发布的草稿或误撤的资源。A draft to publish, or a resource that was withdrawn by mistake. */
export type PublishResourceInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 列入会议议程的议题。An item to put on a meeting's agenda. */
export type PutAgendaItemInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 会议：类型为 MEETING 的活动。The meeting: an activity of the kind MEETING. */
  activityId: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title: string;
  /** 内容，1 至 1000 字。Detail, 1 to 1,000 characters. */
  detail?: string | null | undefined;
  /** 提出的单位，须为委员会的成员单位。The unit that proposes it, one of the committee's. */
  organizationId?: string | null | undefined;
};

/** 提出的问题。An issue to raise. */
export type RaiseIssueInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所属委员会。The committee. */
  committeeId: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title: string;
  /** 责任单位。The organisation that owns it. */
  ownerId: string;
  /** 措施，1 至 500 字。What is to be done, 1 to 500 characters. */
  measure?: string | null | undefined;
  /** 期限，今日或以后。The last day for it, today or later. */
  deadline?: string | null | undefined;
  /** 在哪次会议或活动上提出。The meeting or activity at which it was raised. */
  activityId?: string | null | undefined;
  /** 公开范围，默认为委员会内；联盟内或公开的，仅主持该委员会的人员可以提出。Who may see it; COMMITTEE by default. Only whoever runs the committee can choose ALLIANCE or PUBLIC. */
  audience?: Audience | null | undefined;
};

/** 上报某单位的参加人次；再次上报即更正。How many people came from a unit. A new report corrects the previous one. */
export type RecordAttendanceInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 参加的单位。The unit that takes part. */
  organizationId: string;
  /** 人次，0 至 1000000。Attendance, 0 to 1,000,000. */
  attendance: number;
};

/** 登记承诺兑现情况。How often a commitment has been kept. */
export type RecordFulfilmentInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 承诺事项。The commitment. */
  commitmentId: string;
  /** 迄今兑现次数，0 至 100000。How often so far, 0 to 100,000. */
  times: number;
};

/** 登记报到党员人数的变化；同一天再次登记即为更正。A further headcount of a registration. A second one for the same day corrects the first. */
export type RecordHeadcountInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 报到党员人数，1 至 1000000。How many members serve, 1 to 1,000,000. */
  headcount: number;
  /** 自哪一天起，默认今天；不早于提交报到之日，不晚于今天。From which day on, today by default: not before the day of registering, and not in the future. */
  on?: string | null | undefined;
};

/** 是否有人来用。Whether a booking was used. */
export type RecordUseInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 是否有人来用；记错的可以再记。Whether somebody came; what was wrong can be recorded again. */
  used: boolean;
};

/** 重新推送。A delivery to repeat. */
export type RedeliverWebhookInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 推送。The delivery. */
  id: string;
};

/** 区划调整的类型。What becomes of a region. */
export type RegionChangeKind =
  /** 更名。It gets another name. */
  | 'RENAME'
  /** 撤销。It is no more. */
  | 'END'
  /** 并入。It becomes a part of another one. */
  | 'MERGE'
  /** 改属。It lies below another place. */
  | 'MOVE';

/** 区划调整的状态。States of a change. */
export type RegionChangeState =
  /** 待生效。Its day has not come. */
  | 'PLANNED'
  /** 已生效。Carried out. */
  | 'DONE'
  /** 已取消。Called off before its day. */
  | 'CALLED_OFF'
  /** 未能生效。It was not possible any more on its day. */
  | 'FAILED';

/** 行政区划的筛选条件。Which regions to list. */
export type RegionFilter = {
  /** 此地及其下级。That place and all below it. */
  within?: string | null | undefined;
  /** 仅限没有上级的，或仅限有上级的。Only those with no place above them, or only the others. */
  topmost?: boolean | null | undefined;
  /** 名称中的词，简繁均可。Words of the name, in either script. */
  text?: string | null | undefined;
  /** 层级。Levels. */
  levels?: Array<RegionLevel> | null | undefined;
  /** 为真时仅限不复存在的；默认仅限仍存在的。True for those that are no more; by default those that are still there. */
  ended?: boolean | null | undefined;
  /** 有此类组织服务的，如有业委会的小区。Those served by an organisation of this kind. */
  servedByKind?: OrganizationKind | null | undefined;
};

/** 行政区划层级。Levels of regions, from the widest to the smallest. */
export type RegionLevel =
  /** 省。Province. */
  | 'PROVINCE'
  /** 市（含县级市）。City, county-level cities included. */
  | 'CITY'
  /** 区、县。District or county. */
  | 'DISTRICT'
  /** 街道、镇。Street or town. */
  | 'STREET'
  /** 社区、村。Community or village. */
  | 'COMMUNITY'
  /** 网格。Grid. */
  | 'GRID'
  /** 小区。Residential estate. */
  | 'ESTATE';

/** 登记单位。An organisation to register. */
export type RegisterOrganizationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 名称，1 至 100 字。Name, 1 to 100 characters. */
  name: string;
  /** 类型。Kind. */
  kind: OrganizationKind;
  /** 所在地代码。Code of the place where it is. */
  regionCode: string;
  /** 统一社会信用代码。Unified social credit code. */
  creditCode?: string | null | undefined;
  /** 上级单位。The organisation above it. */
  parentId?: string | null | undefined;
  /** 品牌，1 至 100 字。Profile line, 1 to 100 characters. */
  brand?: string | null | undefined;
};

/** 单位到社区或街道报到。A unit that registers with a community or a street. */
export type RegisterWithCommunityInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 单位。The unit. */
  organizationId: string;
  /** 社区或街道的代码。Code of the community or street. */
  communityCode: string;
  /** 报到党员人数，1 至 1000000。How many members serve, 1 to 1,000,000. */
  headcount: number;
};

/** 报到均衡情况的统计层级。For which places the balance of registrations is counted. */
export type RegistrationBalanceLevel =
  /** 社区。For each community. */
  | 'COMMUNITY'
  /** 街道，含所辖社区。For each street with its communities. */
  | 'STREET';

/** 报到均衡情况的排序。Orders of the balance of registrations. */
export type RegistrationBalanceOrder =
  /** 单位最少的在前。The places with the fewest units first. */
  | 'FEWEST_UNITS'
  /** 党员最少的在前。The places with the fewest members first. */
  | 'FEWEST_MEMBERS'
  /** 单位最多的在前。The places with the most units first. */
  | 'MOST_UNITS'
  /** 党员最多的在前。The places with the most members first. */
  | 'MOST_MEMBERS';

/** 报到的筛选条件。Which registrations to list. */
export type RegistrationFilter = {
  /** 此地及其下级。In that place and all below it. */
  regionCode?: string | null | undefined;
  /** 状态。States. */
  states?: Array<RegistrationState> | null | undefined;
  /** 是否包联责任单位。Only units that are responsible for the community, or only the others. */
  responsible?: boolean | null | undefined;
  /** 单位。The unit. */
  organizationId?: string | null | undefined;
};

/** 报到状态。States of a registration. */
export type RegistrationState =
  /** 已提交，待社区答复。Submitted; the community has not answered. */
  | 'SUBMITTED'
  /** 已接收。Accepted. */
  | 'ACCEPTED'
  /** 已退回，附原因。Sent back, with a reason. */
  | 'RETURNED'
  /** 已终止，附原因。It was accepted and has ended, with a reason. */
  | 'ENDED';

/** 从议程撤下的议题。An item to take off the agenda. */
export type RemoveAgendaItemInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason?: string | null | undefined;
};

/** 删除本人的邮件设置。Mail settings to remove, your own. */
export type RemoveMailSettingsInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
};

/** 单位更名；原名称成为曾用名。A new name of an organisation; the old one becomes a former name. */
export type RenameOrganizationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 名称，1 至 100 字。Name, 1 to 100 characters. */
  name: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason?: string | null | undefined;
};

/** 更名。Another name for a region. */
export type RenameRegionInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 行政区划的代码。Code of the region. */
  code: string;
  /** 自此日零时（北京时间）起，今天或以后十年内；默认今天，即时办理。The day from whose beginning (Asia/Shanghai) it is so: today or within ten years. Default: today, at once. */
  from?: string | null | undefined;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason?: string | null | undefined;
  /** 名称，1 至 100 字。Name, 1 to 100 characters. */
  name: string;
};

/** 误记为已举办或已取消、要恢复的活动。An activity that was marked as held or cancelled by mistake. */
export type ReopenActivityInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 误作已解决而恢复办理的问题。An issue that was resolved by mistake and is open again. */
export type ReopenIssueInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 重复的单位。What a series repeats by. */
export type RepeatEvery =
  /** 每周同一天。The same day of the week. */
  | 'WEEK'
  /** 每月同一日。The same day of the month. */
  | 'MONTH';

/** 重复的规则：until 与 count 须填一项。A rule of recurrence; give one of until and count. */
export type RepeatInput = {
  /** 按周或按月。By week or by month. */
  every: RepeatEvery;
  /** 每隔几周或几月，默认 1，1 至 52。Every so many weeks or months; one by default, 1 to 52. */
  interval?: number | null | undefined;
  /** 最后一天（含）；与 count 二选一。The last day, included; give this or count. */
  until?: string | null | undefined;
  /** 共几次；与 until 二选一，1 至 200。How many dates; give this or until, 1 to 200. */
  count?: number | null | undefined;
};

/** 从某位置起重新推送。Deliveries to repeat, from a position on. */
export type ReplayWebhookEndpointInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 推送地址。The endpoint. */
  id: string;
  /** 从更新日志的此位置之后；与 since 二者必填其一。After this position of the update log. Give either this or `since`. */
  after?: string | null | undefined;
  /** 自此时起发生的更新，以日志尚存的为限；与 after 二者必填其一。What has happened since then, as far as the log still has it. Give either this or `after`. */
  since?: string | null | undefined;
};

/** 报告的时间划分。What a report is divided into. */
export type ReportPeriod =
  /** 月。Months. */
  | 'MONTH'
  /** 季度。Quarters. */
  | 'QUARTER'
  /** 年。Years. */
  | 'YEAR';

/** 活动改期。Another time for an activity. */
export type RescheduleActivityInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 新的时间，至多 31 天。The new time, up to 31 days. */
  during: TimeRangeInput;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason?: string | null | undefined;
};

/** 已解决的问题。An issue that is resolved. */
export type ResolveIssueInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 办理结果，1 至 500 字。The result, 1 to 500 characters. */
  outcome: string;
};

/** 资源的筛选条件。Which resources to list. */
export type ResourceFilter = {
  /** 此地及其下级。In that place and all below it. */
  regionCode?: string | null | undefined;
  /** 标题或说明中的文字，简繁皆可。Text in title or description, in simplified or traditional Chinese. */
  text?: string | null | undefined;
  /** 类型。Kinds. */
  kinds?: Array<ResourceKind> | null | undefined;
  /** 阵地类型。Kinds of venue. */
  venueKinds?: Array<VenueKind> | null | undefined;
  /** 所属委员会。The committee on whose list they are. */
  committeeId?: string | null | undefined;
  /** 提供单位。The unit that offers it. */
  providerId?: string | null | undefined;
  /** 至少可预约的数量；写有座位数的场地按座位数。The minimum that can be booked at once; of a venue whose seats are known, its seats. */
  minCapacity?: number | null | undefined;
  /** 整个时段内至少空余一份的；时段与预约的时段限制相同：不早于现在，不超过 31 天，在 400 天之内结束。Those that can be booked and have at least one left throughout that time. The limits are those of a booking: not in the past, up to 31 days long, ending within 400 days. */
  freeDuring?: TimeRangeInput | null | undefined;
  /** 某一点附近、写有经纬度的场地。Venues around a point, as far as their position is known. */
  near?: NearInput | null | undefined;
  /** 状态，默认已发布。States; published ones by default. */
  states?: Array<ResourceState> | null | undefined;
};

/** 资源类型。What can be offered. */
export type ResourceKind =
  /** 阵地、场地。Venue. */
  | 'VENUE'
  /** 设备物资。Equipment. */
  | 'EQUIPMENT'
  /** 专业人才、师资。Expertise. */
  | 'EXPERTISE'
  /** 服务项目。Service. */
  | 'SERVICE'
  /** 资金、物品。Funds or goods. */
  | 'FUNDS'
  /** 信息。Information. */
  | 'INFORMATION'
  /** 岗位。Posts. */
  | 'POST';

/** 资源的排序。Orders of resources. */
export type ResourceOrder =
  /** 新的在前。Newest first. */
  | 'NEWEST_FIRST'
  /** 近的在前，须与 near 同用。Nearest first; only with `near`. */
  | 'DISTANCE';

/** 资源状态。State of a resource. */
export type ResourceState =
  /** 草稿，仅提供单位可见。Draft, for its provider alone. */
  | 'DRAFT'
  /** 已发布。On the list. */
  | 'PUBLISHED'
  /** 已撤回。Withdrawn, with a reason. */
  | 'WITHDRAWN';

/** 退回入会申请。An application to send back. */
export type ReturnApplicationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 退回报到。A registration to send back. */
export type ReturnRegistrationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 修改草拟中的协议；未给出的不变。What to change of a draft; what you leave out stays as it is. */
export type ReviseAgreementInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title?: string | null | undefined;
  /** 期限起（含）。First day of the term. */
  termFrom?: string | null | undefined;
  /** 期限止（含）。Last day of the term. */
  termTo?: string | null | undefined;
  /** 全部各方，取代原有的；承诺事项须属其中。All parties; they replace the present ones. Commitments must be theirs. */
  partyIds?: Array<string> | null | undefined;
  /** 公开范围。Who may see it. */
  audience?: Audience | null | undefined;
  /** 全部承诺事项，取代原有的。All commitments; they replace the present ones. */
  commitments?: Array<CommitmentInput> | null | undefined;
};

/** 撤销日历订阅。A calendar feed to revoke. */
export type RevokeCalendarFeedInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 日历订阅。The calendar feed. */
  id: string;
};

/** 吊销密钥。A partner system's key to revoke. */
export type RevokePartnerInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 合作系统的名称。Name of the partner system. */
  name: string;
};

/** 角色，来自联络员身份、委员任职与任命。Roles. They follow from liaisons, seats and appointments. */
export type Role =
  /** 联络员。Acts for a unit. */
  | 'LIAISON'
  /** 委员。Has a seat in a committee's current term. */
  | 'MEMBER'
  /** 书记。主持委员会及其下级，并代表其所依托的党组织。Runs a committee and those below it, and acts for the party organisation that the committee belongs to. */
  | 'SECRETARY'
  /** 代行书记：书记交代行的期间，办理书记可办理的事项，换届和书记的任职除外。The secretary's deputy while the committee is handed over: may do what the secretary may, except for terms and the secretary's seat. */
  | 'DEPUTY'
  /** 审计员。Reads the audit log of a region. */
  | 'AUDITOR'
  /** 平台管理员。Keeps regions, organisations and appointments of a region. */
  | 'OPERATOR';

/** 更换密钥。A secret to replace. */
export type RotateWebhookSecretInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 推送地址。The endpoint. */
  id: string;
  /** 旧密钥同时有效的小时数，0 至 168，默认 24。How many hours the old secret stays valid, 0 to 168; 24 by default. */
  keepHours?: number | null | undefined;
};

/** 列入日历的活动；已举办的也可补录。An activity to put on the calendar. You can also enter one that has already taken place. */
export type ScheduleActivityInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所属委员会。The committee on whose calendar it is. */
  committeeId: string;
  /** 主办单位：委员会的成员单位，或其所依托的党组织。由他人指定、尚未开始的，先邀请它主办：以 joinActivity 或 declineInvitation 答复。The host: a member unit of the committee, or the party organisation that it belongs to. A unit that somebody else names for what is ahead is asked first, and answers with joinActivity or declineInvitation. */
  hostId: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title: string;
  /** 类型。Kind. */
  kind: ActivityKind;
  /** 时间，至多 31 天。When, up to 31 days. */
  during: TimeRangeInput;
  /** 公开范围。Who may see it. */
  audience: Audience;
  /** 场地：已发布的阵地资源。Where: a published resource of the kind VENUE. */
  venueId?: string | null | undefined;
  /** 地点，凡能看到活动的都可见；选了场地而未填时，为场地当时的名称与地址，1 至 100 字。Where it takes place, for whoever sees the activity. With a venue and no words, the title and the address that the venue has now, 1 to 100 characters. */
  place?: string | null | undefined;
  /** 说明，1 至 2000 字。Description, 1 to 2,000 characters. */
  description?: string | null | undefined;
  /** 所属主题，1 至 30 字。One of the committee's labels, 1 to 30 characters. */
  theme?: string | null | undefined;
};

/** 委员职务。Offices in a committee. */
export type SeatRole =
  /** 书记。Secretary; one at a time. */
  | 'SECRETARY'
  /** 副书记。Deputy secretary. */
  | 'DEPUTY_SECRETARY'
  /** 委员。Member. */
  | 'MEMBER'
  /** 兼职委员。Part-time member, sent by a unit. */
  | 'PART_TIME';

/** 系列中一次的结果。What becomes of a date of a series. */
export type SeriesOutcome =
  /** 已预约。Booked. */
  | 'BOOKED'
  /** 能订到（预览）。Can be had; only a preview. */
  | 'WOULD_BOOK'
  /** 已更改。Changed. */
  | 'CHANGED'
  /** 可以更改（预览）。Can be changed; only a preview. */
  | 'WOULD_CHANGE'
  /** 本来如此。It is so already. */
  | 'UNCHANGED'
  /** 跳过，原因见 reason。Skipped; reason says why. */
  | 'SKIPPED';

/** 邮件设置；省略的不变。Mail settings; what you leave out stays as it is. */
export type SetMailSettingsInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 邮箱地址，至多 254 字。须用寄到该邮箱的验证码确认。A mail address, up to 254 characters. It is confirmed with the code that is sent to it. */
  address?: string | null | undefined;
  /** 何时发送；首次设置时默认为即时。When mail is sent; at first, at once by default. */
  mode?: MailMode | null | undefined;
  /** 邮件的语言；首次设置时默认为简体中文。The language; at first, simplified Chinese by default. */
  language?: MailLanguage | null | undefined;
};

/** 单位退出时一件未了结事项的处理。How one thing that is open is settled when a unit leaves. */
export type SettlementInput = {
  /** 记录类型，如 Resource、Booking。Type of the record, such as Resource or Booking. */
  noun: string;
  /** 记录编号。Id of the record. */
  recordId: string;
  /** 处理办法。How it is settled. */
  how: SettlementWay;
  /** 移交给哪个单位，默认为委员会所依托的党组织。Which unit takes it over; by default the organisation that the committee belongs to. */
  toOrganizationId?: string | null | undefined;
};

/** 单位退出时，未了结事项的处理办法。How something open is settled when a unit leaves. */
export type SettlementWay =
  /** 移交给另一单位。Another unit takes it over. */
  | 'HAND_OVER'
  /** 结束：撤回、取消、终止或办结。It ends: withdrawn, cancelled, terminated or resolved. */
  | 'END'
  /** 保留。It stays. */
  | 'STAY';

/** 设置资源的地址、开放时间和预约规则；未给出的不变，给 null 即删去。地址和条件仅场地可填。Where a resource is, when it is open and how it can be booked. What you leave out stays as it is, null removes it. Only venues have an address and what follows from it. */
export type SetVenueInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 资源。The resource. */
  resourceId: string;
  /** 地址，1 至 200 字。Address, 1 to 200 characters. */
  address?: string | null | undefined;
  /** 经度（度），-180 至 180。Longitude, in degrees, -180 to 180. */
  longitude?: number | null | undefined;
  /** 纬度（度），-90 至 90。Latitude, in degrees, -90 to 90. */
  latitude?: number | null | undefined;
  /** 座位数，1 至 1000000。Seats, 1 to 1,000,000. */
  seats?: number | null | undefined;
  /** 面积（平方米），1 至 10000000。Area, in square metres, 1 to 10,000,000. */
  areaSquareMetres?: number | null | undefined;
  /** 是否无障碍。Whether it is barrier-free. */
  barrierFree?: boolean | null | undefined;
  /** 便民设施。Amenities. */
  amenities?: Array<Amenity> | null | undefined;
  /** 办公电话，1 至 40 字。Office telephone, 1 to 40 characters. */
  officePhone?: string | null | undefined;
  /** 每周开放时间，至多 100 段，整体替换；空列表或 null 为全天候。Weekly opening hours, up to 100 periods, which replace the previous ones; none means that it is always open. */
  openingHours?: Array<OpeningHoursInput> | null | undefined;
  /** 预约规则。Rules of booking. */
  bookingRules?: BookingRulesInput | null | undefined;
};

/** 共享一项资源。A resource to put on the list. */
export type ShareResourceInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 提供单位。The unit that offers it. */
  providerId: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title: string;
  /** 类型。Kind. */
  kind: ResourceKind;
  /** 列入哪个委员会的清单；提供单位须为其成员单位。The committee on whose list it goes; the unit must belong to it. */
  committeeId?: string | null | undefined;
  /** 公开范围。Who may see it. */
  audience: Audience;
  /** 同时可预约的数量，1 至 1000000。How much can be booked at once, 1 to 1,000,000. */
  capacity?: number | null | undefined;
  /** 计量单位，1 至 20 字。The unit of the capacity, 1 to 20 characters. */
  unit?: string | null | undefined;
  /** 说明，1 至 2000 字。Description, 1 to 2,000 characters. */
  description?: string | null | undefined;
  /** 阵地类型，仅阵地可填。Kind of venue; only for venues. */
  venueKind?: VenueKind | null | undefined;
  /** 功能区，仅阵地可填。Function areas; only for venues. */
  functionAreas?: Array<FunctionArea> | null | undefined;
  /** 预约须经同意，默认否。Bookings need approval; no by default. */
  approval?: boolean | null | undefined;
  /** 是否立即发布，默认存为草稿。Whether to publish at once; it stays a draft by default. */
  publish?: boolean | null | undefined;
};

/** 签署协议。An agreement to sign. */
export type SignAgreementInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 所代表签署的一方。The party that signs. */
  organizationId: string;
};

/** 换届：登记下一届，本届至其开始的前一日为止。The next term to enter; the current one ends on the day before it begins. */
export type StartTermInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 委员会。The committee. */
  committeeId: string;
  /** 届次，须大于以往各届，1 至 99。Number: higher than that of all previous terms, 1 to 99. */
  number: number;
  /** 任期止，须晚于起日。Last day, after the first. */
  endsOn: string;
  /** 在任委员是否留任，默认是；否则只有书记留任，直至为新一届另任书记。Whether the present members keep their seats; true by default. Otherwise only the secretary does, until another one is appointed for the new term. */
  carrySeats?: boolean | null | undefined;
  /** 任期起，须晚于本届的起日，至多提前 31 天登记；自该日起生效。First day: after that of the current term, and at most 31 days ahead. The term becomes current on that day. */
  startsOn: string;
};

/** 待办的筛选条件；各项须同时满足。Which tasks. All given conditions must hold. */
export type TaskFilter = {
  /** 此单位的。Those of this unit. */
  organizationId?: string | null | undefined;
  /** 此委员会的。Those of this committee. */
  committeeId?: string | null | undefined;
  /** 包括所管下级委员会及其所依托的组织的；默认否。Also those of the committees below yours, and of the organisations that they stand on; not by default. */
  below?: boolean | null | undefined;
  /** 所涉记录的类型，如 Booking。Types of the records, such as Booking. */
  nouns?: Array<string> | null | undefined;
  /** 状态，默认只列待办的。States; only open ones by default. */
  states?: Array<TaskState> | null | undefined;
  /** 期限早于此时的。Those due before this moment. */
  dueBefore?: string | null | undefined;
};

/** 待办的种类；以后可能增加。What is to be done. More kinds may be added later. */
export type TaskKind =
  /** 批准或不批准预约。Confirm or deny a booking. */
  | 'DECIDE_BOOKING'
  /** 答复是否保留系列预约。Say whether you keep a series of bookings. */
  | 'KEEP_SERIES'
  /** 接受候补让出的时段。Accept a time that you wait for. */
  | 'ANSWER_OFFER'
  /** 签署共建协议。Sign an agreement. */
  | 'SIGN_AGREEMENT'
  /** 兑现承诺事项。Fulfil a commitment. */
  | 'FULFIL_COMMITMENT'
  /** 填报清单。Answer a call for lists. */
  | 'ANSWER_ROUND'
  /** 接收或退回单位的报到。Accept or return a registration. */
  | 'ACCEPT_REGISTRATION'
  /** 接受或退回入会申请。Accept or return an application. */
  | 'DECIDE_APPLICATION'
  /** 为没有联络员的成员单位确定联络员。Name a liaison where there is none. */
  | 'NAME_LIAISON'
  /** 为没有书记的委员会任命书记。Appoint a secretary where there is none. */
  | 'NAME_SECRETARY'
  /** 筹备换届。Plan the next term. */
  | 'PLAN_TERM'
  /** 解决问题。Resolve an issue. */
  | 'RESOLVE_ISSUE'
  /** 为失去场地的活动另作安排。Find another venue for an activity that has lost its own. */
  | 'FIND_VENUE'
  /** 答复活动邀请。Answer an invitation to an activity. */
  | 'ANSWER_INVITATION'
  /** 登记活动是否举办。Record whether an activity took place. */
  | 'CLOSE_ACTIVITY';

/** 待办的状态。The state of a task. */
export type TaskState =
  /** 待办。It awaits somebody. */
  | 'OPEN'
  /** 已办。It was done. */
  | 'DONE'
  /** 不再需要。It is no longer needed. */
  | 'LAPSED';

/** 队伍类型。Kinds of team. */
export type TeamKind =
  /** 区级突击队。Squad of a district. */
  | 'DISTRICT_SQUAD'
  /** 单位服务队。Squad of a unit. */
  | 'UNIT_SQUAD'
  /** 专业队。Professional team. */
  | 'PROFESSIONAL'
  /** 工作组。Working group. */
  | 'WORKING_GROUP'
  /** 志愿服务队。Volunteer team. */
  | 'VOLUNTEER';

/** 终止协议。An agreement to end before its term. */
export type TerminateAgreementInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 任期状态。States of a term. */
export type TermState =
  /** 待开始。It has not begun yet. */
  | 'PLANNED'
  /** 本届。The term that runs today; a committee has at most one. */
  | 'CURRENT'
  /** 往届。It is over. */
  | 'PAST';

/** 测试推送。A test delivery to send. */
export type TestWebhookEndpointInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 推送地址。The endpoint. */
  id: string;
};

/** 时段，含起不含止。A half-open range of time: the end is not included. */
export type TimeRangeInput = {
  /** 起（含）。Start, included. */
  start: string;
  /** 止（不含）。End, not included. */
  end: string;
};

/** 更正活动的内容；未给出的不变，地点、说明与主题给 null 即删去。What to correct of an activity; what you leave out stays as it is. A place, a description and a theme that are given as null are removed. */
export type UpdateActivityInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title?: string | null | undefined;
  /** 类型；有议题的会议不能改为其他类型。Kind. A meeting with items on its agenda remains one. */
  kind?: ActivityKind | null | undefined;
  /** 场地；换场地即预约新的、退回原来的，给 null 即不用场地。没有另写地点的，地点为新场地的名称与地址；另写的地点不变。场地已被拒绝或收回的，写明地点即不再用它。The venue. Another one is booked, and the booking of the previous one is given back; null means none. Without words of your own, the place is the new venue's title and address; your own words stay. If the venue was denied or taken back, giving a place does without it. */
  venueId?: string | null | undefined;
  /** 实际举办的时间，仅已举办的可更正；待举办的请改期。When it really took place; only of an activity that was held. One that lies ahead is rescheduled. */
  during?: TimeRangeInput | null | undefined;
  /** 公开范围。Who may see it. */
  audience?: Audience | null | undefined;
  /** 地点，凡能看到活动的都可见；选了场地而未填时，为场地当时的名称与地址，1 至 100 字。Where it takes place, for whoever sees the activity. With a venue and no words, the title and the address that the venue has now, 1 to 100 characters. */
  place?: string | null | undefined;
  /** 说明，1 至 2000 字。Description, 1 to 2,000 characters. */
  description?: string | null | undefined;
  /** 所属主题，1 至 30 字。One of the committee's labels, 1 to 30 characters. */
  theme?: string | null | undefined;
};

/** 更改或更正议题；未给出的不变，内容与提出单位给 null 即删去。What to change or correct of an item; what you leave out stays as it is. A detail and a unit that are given as null are removed. */
export type UpdateAgendaItemInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title?: string | null | undefined;
  /** 内容，1 至 1000 字。Detail, 1 to 1,000 characters. */
  detail?: string | null | undefined;
  /** 提出的单位，须为委员会的成员单位。The unit that proposes it, one of the committee's. */
  organizationId?: string | null | undefined;
};

/** 更改清单征集；未给出的不变。已结束的，截止日期改为另一天、今日或以后即恢复。What to change of a call for lists; what you leave out stays as it is. One that is closed is open again if its last day becomes another one, today or later. */
export type UpdateCollectionRoundInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title?: string | null | undefined;
  /** 起（含）。First day. */
  opensOn?: string | null | undefined;
  /** 止（含），不早于今日。Last day; not before today. */
  closesOn?: string | null | undefined;
};

/** 更改委员会；未给出的不变。What to change of a committee; what you leave out stays as it is. */
export type UpdateCommitteeInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 名称，1 至 100 字。Name, 1 to 100 characters. */
  name?: string | null | undefined;
  /** 上级委员会；给 null 则不再有上级。The committee above it; null takes it out from below the present one. */
  parentId?: string | null | undefined;
  /** 工作主题，至多 12 项，每项 1 至 30 字。Labels for its work, up to 12, 1 to 30 characters each. */
  themes?: Array<string> | null | undefined;
  /** 是否示范点。Whether it is marked as a model for others. */
  demonstration?: boolean | null | undefined;
};

/** 更改连心卡；未给出的不变，办公电话与接待时间给 null 即删去。What to change of a contact card; what you leave out stays as it is. Telephone and hours that are given as null are removed. */
export type UpdateContactCardInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 岗位，1 至 50 字。Post, 1 to 50 characters. */
  post?: string | null | undefined;
  /** 姓名，1 至 50 字。Name of the holder, 1 to 50 characters. */
  holderName?: string | null | undefined;
  /** 办公电话，1 至 40 字。Office telephone, 1 to 40 characters. */
  officePhone?: string | null | undefined;
  /** 接待时间，1 至 100 字。Office hours, 1 to 100 characters. */
  hours?: string | null | undefined;
  /** 本人是否同意公开姓名与电话；姓名变更后须重新征得同意。Whether the holder consents to showing name and telephone. A new name needs a new consent. */
  consent?: boolean | null | undefined;
};

/** 更改或更正问题；未给出的不变，措施、期限与会议给 null 即删去。What to change or correct of an issue; what you leave out stays as it is. A measure, a deadline and an activity that are given as null are removed. */
export type UpdateIssueInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title?: string | null | undefined;
  /** 责任单位，委员会的成员单位；原责任单位另得通知。The organisation that owns it, a unit of the committee. The previous owner is told, too. */
  ownerId?: string | null | undefined;
  /** 措施，1 至 500 字。What is to be done, 1 to 500 characters. */
  measure?: string | null | undefined;
  /** 期限，不早于提出之日；待办随之变动。The last day for it, not before the day on which it was raised. The task follows. */
  deadline?: string | null | undefined;
  /** 在哪次会议或活动上提出。The meeting or activity at which it was raised. */
  activityId?: string | null | undefined;
  /** 公开范围。Who may see it. */
  audience?: Audience | null | undefined;
  /** 办理结果的更正，仅已解决的可填。The corrected result; only of an issue that is resolved. */
  outcome?: string | null | undefined;
};

/** 更正联络员的姓名；换人请另行指定。The name of a liaison to correct. Another person is named as one. */
export type UpdateLiaisonInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 姓名，1 至 50 字。Name, 1 to 50 characters. */
  name: string;
};

/** 更改需求；未给出的不变，数量、计量单位、说明、何日之前、委员会与清单征集给 null 即删去。What to change of a need; what you leave out stays as it is. A quantity, a unit, a description, a day, a committee and a collection round that are given as null are removed. */
export type UpdateNeedInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title?: string | null | undefined;
  /** 类型。Kind. */
  kind?: NeedKind | null | undefined;
  /** 数量，1 至 1000000。How much, 1 to 1,000,000. */
  quantity?: number | null | undefined;
  /** 计量单位，1 至 20 字。The unit of the quantity, 1 to 20 characters. */
  unit?: string | null | undefined;
  /** 说明，1 至 2000 字。Description, 1 to 2,000 characters. */
  description?: string | null | undefined;
  /** 何日之前需要，不早于今日。Day by which it is needed; not before today. */
  neededBy?: string | null | undefined;
  /** 向哪个委员会提出；单位须属于它。The committee it is put to; the unit must belong to it. */
  committeeId?: string | null | undefined;
  /** 公开范围。Who may see it. */
  audience?: Audience | null | undefined;
  /** 响应哪次清单征集；须属同一委员会且正在进行。The collection round that it answers. It must be open and of the same committee. */
  collectionRoundId?: string | null | undefined;
};

/** 更改单位；未给出的不变。What to change of an organisation; what you leave out stays as it is. */
export type UpdateOrganizationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 名称，1 至 100 字。Name, 1 to 100 characters. */
  name?: string | null | undefined;
  /** 品牌，1 至 100 字。Profile line, 1 to 100 characters. */
  brand?: string | null | undefined;
};

/** 更改筹备中的下一届；不填的不变。A planned term to change; what is left out stays. */
export type UpdatePlannedTermInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 届次，须大于以往各届，1 至 99。Number: higher than that of all previous terms, 1 to 99. */
  number?: number | null | undefined;
  /** 任期起，明天或以后。First day, tomorrow or later. */
  startsOn?: string | null | undefined;
  /** 任期止，须晚于起日。Last day, after the first. */
  endsOn?: string | null | undefined;
};

/** 更改资源；未给出的不变，说明、计量单位与委员会给 null 即删去。What to change of a resource; what you leave out stays as it is. A description, a unit and a committee that are given as null are removed. */
export type UpdateResourceInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 标题，1 至 100 字。Title, 1 to 100 characters. */
  title?: string | null | undefined;
  /** 说明，1 至 2000 字。Description, 1 to 2,000 characters. */
  description?: string | null | undefined;
  /** 同时可预约的数量，不低于已预约的。How much can be booked at once; not below what is booked. */
  capacity?: number | null | undefined;
  /** 计量单位，1 至 20 字。The unit of the capacity, 1 to 20 characters. */
  unit?: string | null | undefined;
  /** 阵地类型，仅阵地可填。Kind of venue; only for venues. */
  venueKind?: VenueKind | null | undefined;
  /** 功能区，仅阵地可填。Function areas; only for venues. */
  functionAreas?: Array<FunctionArea> | null | undefined;
  /** 预约是否须经同意。Whether bookings need approval. */
  approval?: boolean | null | undefined;
  /** 类型；不再是阵地的，阵地类型与功能区随之删去。有预约或候补的，不能改为不可预约的类型；有活动预约的，仍须是场地。Kind. What is no venue any more has no kind of venue and no function areas. With bookings or units that wait it stays of a kind that can be booked, with bookings of activities a VENUE. */
  kind?: ResourceKind | null | undefined;
  /** 列入哪个委员会的清单；提供单位须为其成员单位。The committee on whose list it goes; the unit must belong to it. */
  committeeId?: string | null | undefined;
  /** 公开范围；已有的预约不受影响。Who may see it; bookings that were made stay. */
  audience?: Audience | null | undefined;
};

/** 更正委员任职的登记；未给出的不变。换人请办理离任与任命。What to correct of a seat; what you leave out stays as it is. Another person is appointed once the seat has ended. */
export type UpdateSeatInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 姓名，1 至 50 字。Name of the person, 1 to 50 characters. */
  holderName?: string | null | undefined;
  /** 任职日期，在该届之内，不晚于今天与离任日期。First day in office: within the term, not after today or the last day. */
  since?: string | null | undefined;
};

/** 更改队伍；未给出的不变。What to change of a team; what you leave out stays as it is. */
export type UpdateTeamInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 名称，1 至 100 字。Name, 1 to 100 characters. */
  name?: string | null | undefined;
  /** 类型。Kind. */
  kind?: TeamKind | null | undefined;
  /** 组建日期。Day it was formed. */
  formedOn?: string | null | undefined;
  /** 人数，1 至 1000000。How many people, 1 to 1,000,000. */
  headcount?: number | null | undefined;
  /** 专长，至多 12 项，每项 1 至 30 字。What it is good at, up to 12, 1 to 30 characters each. */
  specialities?: Array<string> | null | undefined;
};

/** 更正交叉任职的登记；未给出的不变，协议给 null 即删去。What to correct of a seat in a unit; what you leave out stays as it is. An agreement that is given as null is removed. */
export type UpdateUnitSeatInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 姓名，1 至 50 字。Name of the person, 1 to 50 characters. */
  holderName?: string | null | undefined;
  /** 所任职务，如“业委会委员”，1 至 50 字。Office, such as "member of the owners' committee", 1 to 50 characters. */
  role?: string | null | undefined;
  /** 任职日期，不晚于离任日期。First day in office, not after the last one. */
  since?: string | null | undefined;
  /** 所依据的共建协议，可不填。The agreement by which this is so, if there is one. */
  agreementId?: string | null | undefined;
};

/** 推送地址的更改；省略的不变。Changes of an endpoint; what you leave out stays as it is. */
export type UpdateWebhookEndpointInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 推送地址。The endpoint. */
  id: string;
  /** 新的地址。Another address. */
  address?: string | null | undefined;
  /** 钉钉、飞书群机器人的加签密钥，至多 200 字；未启用加签的留空。The signing secret of a DingTalk or Feishu robot, up to 200 characters; empty if it does not sign. */
  robotSecret?: string | null | undefined;
  /** 名称，1 至 60 字。A name, 1 to 60 characters. */
  label?: string | null | undefined;
  /** 推送哪些更新，整体替换。Which updates; this replaces the previous filter. */
  filter?: ActivityUpdateFilter | null | undefined;
  /** 推送哪些通知，整体替换；null 为不再推送，省略则不变。Which notices; this replaces what was set before. Null for none; left out, nothing changes. */
  notices?: WebhookNoticesInput | null | undefined;
  /** 启用或停用；重新启用后，未送达的从头再试。Whether it is enabled. When you enable it again, undelivered updates start again with the first attempt. */
  enabled?: boolean | null | undefined;
};

/** 阵地类型。Kinds of venue. */
export type VenueKind =
  /** 街道党群服务中心。Service centre of a street. */
  | 'STREET_CENTRE'
  /** 社区党群服务中心。Service centre of a community. */
  | 'COMMUNITY_CENTRE'
  /** 党群服务中心。Party and public service centre. */
  | 'PARTY_CENTRE'
  /** 小区党群服务站。Station in a residential estate. */
  | 'ESTATE_STATION'
  /** 景区党群服务站。Station in a scenic area. */
  | 'SCENIC_AREA_STATION'
  /** 红色驿站。Red station. */
  | 'RED_STATION'
  /** 微阵地。Micro station. */
  | 'MICRO_STATION'
  /** 便民服务站点。Service point. */
  | 'SERVICE_POINT'
  /** 其他。Other. */
  | 'OTHER';

/** 访问者类别。Kinds of viewer. */
export type ViewerKind =
  /** 未登录。Nobody has signed in. */
  | 'ANONYMOUS'
  /** 个人。A person. */
  | 'PERSON'
  /** 合作系统。A partner system. */
  | 'PARTNER';

/** 候补的筛选条件。Which waiting entries to list. */
export type WaitingFilter = {
  /** 资源。The resource. */
  resourceId?: string | null | undefined;
  /** 候补单位。The unit that waits. */
  organizationId?: string | null | undefined;
  /** 提供单位。The unit that offers the resources. */
  providerId?: string | null | undefined;
  /** 状态，默认全部。States; all by default. */
  states?: Array<WaitingState> | null | undefined;
};

/** 候补状态。State of a waiting entry. */
export type WaitingState =
  /** 等候中。Waits. */
  | 'WAITING'
  /** 已让给该单位，限时接受。The time is held for the unit, which may accept it for a while. */
  | 'OFFERED'
  /** 已接受并预约。Accepted and booked. */
  | 'BOOKED'
  /** 已失效：逾时未接受，或时段已到、资源已撤回。Lapsed: not accepted in time, or the time has come or the resource was withdrawn first. */
  | 'LAPSED'
  /** 已退出。Withdrawn by the unit. */
  | 'WITHDRAWN';

/** 推送的状态。The state of a delivery. */
export type WebhookDeliveryState =
  /** 待推送或待重试。Not delivered yet; it will be tried. */
  | 'PENDING'
  /** 已送达。The receiver has answered with success. */
  | 'DELIVERED'
  /** 未推送：轮到推送时，单位已无权查看该活动。Not sent: when its turn came, the organisation could no longer see the activity. */
  | 'WITHHELD'
  /** 已放弃。It will not be tried again. */
  | 'GIVEN_UP';

/** 推送地址的状态。The state of a webhook endpoint. */
export type WebhookEndpointState =
  /** 启用。Updates are delivered. */
  | 'ENABLED'
  /** 停用，原因见 reason；重新启用后从停下处继续。Nothing is sent; reason says why. When you enable it again, deliveries continue where they stopped. */
  | 'DISABLED'
  /** 已终止。It has been ended for good. */
  | 'ENDED';

/** 推送给谁；以后可能增加。What takes the messages. More kinds may be added later. */
export type WebhookKind =
  /** 单位自己的系统，收到签名的事件。A system, which gets signed events. */
  | 'WEBHOOK'
  /** 企业微信群机器人。The robot of a WeCom group. */
  | 'ROBOT_WECOM'
  /** 钉钉群机器人。The robot of a DingTalk group. */
  | 'ROBOT_DINGTALK'
  /** 飞书群机器人。The robot of a Feishu group. */
  | 'ROBOT_FEISHU';

/** 推送本单位的哪些通知；为空的项不作限制。Which notices of the organisation are delivered. A null condition limits nothing. */
export type WebhookNoticesInput = {
  /** 所涉记录的类型，如 Booking。Types of the records, such as Booking. */
  nouns?: Array<string> | null | undefined;
  /** 通知的类型，如 CONFIRMED；见 docs/notices.md。Types of the notices, such as CONFIRMED; docs/notices.md lists them. */
  types?: Array<string> | null | undefined;
  /** 文字的语言，默认简体中文。The language of the words; simplified Chinese by default. */
  language?: MailLanguage | null | undefined;
};

/** 撤回入会申请。An application to withdraw. */
export type WithdrawApplicationInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 撤回连心卡。A contact card to withdraw. */
export type WithdrawContactCardInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 撤回需求。A need to withdraw. */
export type WithdrawNeedInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 撤回提出的协议。A proposal to take back. */
export type WithdrawProposalInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

/** 撤回资源。A resource to withdraw. */
export type WithdrawResourceInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
  /** 原因，1 至 200 字。Why, 1 to 200 characters. */
  reason: string;
};

/** 退出候补。A waiting entry to withdraw. */
export type WithdrawWaitingInput = {
  /** 幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same. */
  idempotencyKey?: string | null | undefined;
  /** 所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one. */
  version?: number | null | undefined;
  /** 编号。Id of the record. */
  id: string;
};

export type PortalViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalViewerQuery = { viewer: { kind: ViewerKind, subject: string | null, organization: { id: string, name: string } | null, organizations: Array<{ id: string, name: string, region: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null }>, roles: Array<{ role: Role, regionCode: string | null, committee: { id: string, name: string, level: CommitteeLevel, region: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null } | null, organization: { id: string, name: string } | null }> } | null, activityUpdatesSince: { endPosition: string } | null, noticesSince: { endPosition: string } | null, regions: { nodes: Array<{ code: string }> } | null };

export type RegionChainFragment = { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null };

export type OrganizationNameQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationNameQuery = { organization: { id: string, name: string } | null };

export type CommitteeNameQueryVariables = Exact<{
  id: string;
}>;


export type CommitteeNameQuery = { committee: { id: string, name: string } | null };

export type PortalNoticesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PortalNoticesSubscription = { noticeArrivals: { position: string, noun: string, title: string } };

export type UnreadNoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNoticesQuery = { notices: { totalCount: number } | null };

export type PortalMarkNoticesReadMutationVariables = Exact<{
  input: MarkNoticesReadInput;
}>;


export type PortalMarkNoticesReadMutation = { markNoticesRead: { unread: number } | null };

export type OwnCommitteesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnCommitteesQuery = { viewer: { organizations: Array<{ id: string, memberships: { nodes: Array<{ committee: { id: string, name: string } | null }> } | null }>, roles: Array<{ role: Role, committee: { id: string, name: string, region: { code: string, committees: { nodes: Array<{ id: string, name: string, parent: { id: string, parent: { id: string } | null } | null }> } } | null } | null }> } | null };

export type PortalUpdatesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PortalUpdatesSubscription = { activityUpdates: { position: string, activity: { id: string } | null } };

export type CommitteeChoicesQueryVariables = Exact<{
  near: CommitteeFilter;
  far: CommitteeFilter;
  isFar: boolean;
}>;


export type CommitteeChoicesQuery = { near: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, name: string, level: CommitteeLevel, region: { code: string, name: string } | null }> } | null, far?: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, name: string, level: CommitteeLevel, region: { code: string, name: string } | null }> } | null };

export type CommitteeOfChoiceFragment = { id: string, name: string, level: CommitteeLevel, region: { code: string, name: string } | null };

export type OrganizationChoicesQueryVariables = Exact<{
  text?: string | null | undefined;
  regionCode?: string | null | undefined;
  kinds?: Array<OrganizationKind> | OrganizationKind | null | undefined;
}>;


export type OrganizationChoicesQuery = { organizations: { nodes: Array<{ id: string, name: string, formerNames: Array<{ name: string }>, region: { name: string } | null }> } | null };

export type PlaceSearchQueryVariables = Exact<{
  near: RegionFilter;
  far: RegionFilter;
}>;


export type PlaceSearchQuery = { near: { nodes: Array<{ code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null }> } | null, far: { nodes: Array<{ code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null }> } | null };

export type ChosenPlaceQueryVariables = Exact<{
  code: string;
}>;


export type ChosenPlaceQuery = { region: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null } | null };

export type PlacesBelowQueryVariables = Exact<{
  code: string;
}>;


export type PlacesBelowQuery = { region: { code: string, name: string, level: RegionLevel, children: { nodes: Array<{ code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null }> }, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null } | null };

export type TopmostPlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type TopmostPlacesQuery = { regions: { nodes: Array<{ code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null }> } | null };

export type PlaceChoiceFragment = { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null };

export type VenueChoicesQueryVariables = Exact<{
  filter: ResourceFilter;
  ownFilter: ResourceFilter;
  hasOwn: boolean;
  during: TimeRangeInput;
  hasTime: boolean;
}>;


export type VenueChoicesQuery = { own?: { nodes: Array<{ id: string, title: string, venue: { seats: number | null } | null, provider: { id: string, name: string } | null, free?: Array<{ start: string, end: string }> }> } | null, resources: { nodes: Array<{ id: string, title: string, venue: { seats: number | null } | null, provider: { id: string, name: string } | null, free?: Array<{ start: string, end: string }> }> } | null };

export type VenueChoiceFragment = { id: string, title: string, venue: { seats: number | null } | null, provider: { id: string, name: string } | null, free?: Array<{ start: string, end: string }> };

export type UnitsOfCommitteeQueryVariables = Exact<{
  committeeId: string;
  after?: string | null | undefined;
}>;


export type UnitsOfCommitteeQuery = { committee: { id: string, themes: Array<string>, region: { code: string } | null, organization: { id: string, name: string } | null, memberUnits: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ organization: { id: string, name: string } | null }> } | null } | null };

export type TaskDecideBookingMutationVariables = Exact<{
  input: DecideBookingInput;
}>;


export type TaskDecideBookingMutation = { decideBooking: { booking: { id: string } } | null };

export type TaskAcceptOfferMutationVariables = Exact<{
  input: AcceptOfferInput;
}>;


export type TaskAcceptOfferMutation = { acceptOffer: { entry: { id: string, during: { start: string, end: string }, resource: { id: string, title: string } | null, booking: { id: string, state: BookingState } | null } } | null };

export type TaskWithdrawWaitingMutationVariables = Exact<{
  input: WithdrawWaitingInput;
}>;


export type TaskWithdrawWaitingMutation = { withdrawWaiting: { entry: { id: string } } | null };

export type TaskSignAgreementMutationVariables = Exact<{
  input: SignAgreementInput;
}>;


export type TaskSignAgreementMutation = { signAgreement: { agreement: { id: string } } | null };

export type TaskAcceptRegistrationMutationVariables = Exact<{
  input: AcceptRegistrationInput;
}>;


export type TaskAcceptRegistrationMutation = { acceptRegistration: { registration: { id: string } } | null };

export type TaskReturnRegistrationMutationVariables = Exact<{
  input: ReturnRegistrationInput;
}>;


export type TaskReturnRegistrationMutation = { returnRegistration: { registration: { id: string } } | null };

export type TaskResolveIssueMutationVariables = Exact<{
  input: ResolveIssueInput;
}>;


export type TaskResolveIssueMutation = { resolveIssue: { issue: { id: string } } | null };

export type TaskHoldActivityMutationVariables = Exact<{
  input: HoldActivityInput;
}>;


export type TaskHoldActivityMutation = { holdActivity: { activity: { id: string } } | null };

export type TaskAcceptApplicationMutationVariables = Exact<{
  input: AcceptApplicationInput;
}>;


export type TaskAcceptApplicationMutation = { acceptApplication: { application: { id: string } } | null };

export type TaskReturnApplicationMutationVariables = Exact<{
  input: ReturnApplicationInput;
}>;


export type TaskReturnApplicationMutation = { returnApplication: { application: { id: string } } | null };

export type PortalScheduleActivityMutationVariables = Exact<{
  input: ScheduleActivityInput;
}>;


export type PortalScheduleActivityMutation = { scheduleActivity: { activity: { id: string } } | null };

export type ActivityPageQueryVariables = Exact<{
  id: string;
}>;


export type ActivityPageQuery = { activity: { id: string, version: number, title: string, kind: ActivityKind, state: ActivityState, startsAt: string, endsAt: string, audience: Audience, description: string | null, cancelReason: string | null, attendance: number, place: string | null, theme: string | null, createdAt: string, updatedAt: string, heldAt: string | null, host: { id: string, name: string } | null, committee: { id: string, name: string, parent: { id: string, parent: { id: string } | null } | null } | null, venueBooking: { id: string, state: BookingState, during: { start: string, end: string } } | null, venue: { id: string, title: string, venue: { address: string | null } | null, provider: { id: string, name: string } | null } | null, participants: Array<{ state: ParticipantState, reason: string | null, attendance: number | null, invitedAt: string | null, joinedAt: string | null, endedAt: string | null, organization: { id: string, name: string } | null }>, reschedulings: Array<{ at: string, reason: string | null, from: { start: string, end: string }, to: { start: string, end: string } }>, corrections: Array<{ at: string, reason: string | null, fields: Array<{ label: string, before: string | null, after: string | null, isWithheld: boolean }> }>, agendaItems: Array<{ id: string, version: number, title: string, detail: string | null, position: number, proposedBy: { id: string, name: string } | null }> } | null };

export type PortalJoinActivityMutationVariables = Exact<{
  input: JoinActivityInput;
}>;


export type PortalJoinActivityMutation = { joinActivity: { activity: { id: string } } | null };

export type PortalLeaveActivityMutationVariables = Exact<{
  input: LeaveActivityInput;
}>;


export type PortalLeaveActivityMutation = { leaveActivity: { activity: { id: string } } | null };

export type PortalInviteUnitsMutationVariables = Exact<{
  input: InviteUnitsInput;
}>;


export type PortalInviteUnitsMutation = { inviteUnits: { activity: { id: string } } | null };

export type PortalDeclineInvitationMutationVariables = Exact<{
  input: DeclineInvitationInput;
}>;


export type PortalDeclineInvitationMutation = { declineInvitation: { activity: { id: string } } | null };

export type PortalRescheduleMutationVariables = Exact<{
  input: RescheduleActivityInput;
}>;


export type PortalRescheduleMutation = { rescheduleActivity: { activity: { id: string, startsAt: string, endsAt: string } } | null };

export type PortalCancelActivityMutationVariables = Exact<{
  input: CancelActivityInput;
}>;


export type PortalCancelActivityMutation = { cancelActivity: { activity: { id: string } } | null };

export type PortalRecordAttendanceMutationVariables = Exact<{
  input: RecordAttendanceInput;
}>;


export type PortalRecordAttendanceMutation = { recordAttendance: { activity: { id: string } } | null };

export type PortalUpdateActivityMutationVariables = Exact<{
  input: UpdateActivityInput;
}>;


export type PortalUpdateActivityMutation = { updateActivity: { activity: { id: string } } | null };

export type PortalReopenActivityMutationVariables = Exact<{
  input: ReopenActivityInput;
}>;


export type PortalReopenActivityMutation = { reopenActivity: { activity: { id: string } } | null };

export type PortalPutAgendaItemMutationVariables = Exact<{
  input: PutAgendaItemInput;
}>;


export type PortalPutAgendaItemMutation = { putAgendaItem: { agendaItem: { id: string } } | null };

export type PortalRemoveAgendaItemMutationVariables = Exact<{
  input: RemoveAgendaItemInput;
}>;


export type PortalRemoveAgendaItemMutation = { removeAgendaItem: { activity: { id: string } } | null };

export type PortalUpdateAgendaItemMutationVariables = Exact<{
  input: UpdateAgendaItemInput;
}>;


export type PortalUpdateAgendaItemMutation = { updateAgendaItem: { agendaItem: { id: string } } | null };

export type ActivityIssuesQueryVariables = Exact<{
  id: string;
}>;


export type ActivityIssuesQuery = { issues: { nodes: Array<{ id: string, title: string, state: IssueState, deadline: string | null, resolvedAt: string | null, owner: { id: string, name: string } | null }> } | null };

export type RoomOutlookQueryVariables = Exact<{
  id: string;
  during: TimeRangeInput;
}>;


export type RoomOutlookQuery = { resource: { id: string, title: string, approval: boolean, provider: { id: string, name: string } | null, venue: { address: string | null, seats: number | null } | null, openingHours: Array<{ weekday: number, from: string, to: string, validFrom: string | null, validTo: string | null, note: string | null }>, bookingRules: { approval: boolean, minNoticeMinutes: number, maxAheadDays: number | null, slotMinutes: number | null, bufferMinutes: number, maxLengthMinutes: number | null, cancelBeforeMinutes: number, onHolidays: OnHolidays }, closures: Array<{ start: string, end: string, reason: string }>, free: Array<{ start: string, end: string, quantity: number }> } | null };

export type ResourcesOfSideQueryVariables = Exact<{
  unit: string;
}>;


export type ResourcesOfSideQuery = { organization: { id: string, resources: { nodes: Array<{ id: string, title: string }> } | null } | null };

export type PortalDraftAgreementMutationVariables = Exact<{
  input: DraftAgreementInput;
}>;


export type PortalDraftAgreementMutation = { draftAgreement: { agreement: { id: string } } | null };

export type PortalReviseAgreementMutationVariables = Exact<{
  input: ReviseAgreementInput;
}>;


export type PortalReviseAgreementMutation = { reviseAgreement: { agreement: { id: string } } | null };

export type AgreementPageQueryVariables = Exact<{
  id: string;
}>;


export type AgreementPageQuery = { agreement: { id: string, version: number, createdAt: string, title: string, termFrom: string, termTo: string, audience: Audience, contentHash: string | null, proposedAt: string | null, activatedAt: string | null, terminatedAt: string | null, terminateReason: string | null, state: AgreementState, committee: { id: string, name: string, themes: Array<string>, parent: { id: string, parent: { id: string } | null } | null } | null, parties: Array<{ signedAt: string | null, organization: { id: string, name: string } | null }>, commitments: Array<{ id: string, version: number, clause: string, timesPerYear: number | null, fulfilled: number, organization: { id: string, name: string } | null, resource: { id: string, title: string } | null }> } | null };

export type AgreementOfPageFragment = { id: string, version: number, createdAt: string, title: string, termFrom: string, termTo: string, audience: Audience, contentHash: string | null, proposedAt: string | null, activatedAt: string | null, terminatedAt: string | null, terminateReason: string | null, state: AgreementState, committee: { id: string, name: string, themes: Array<string>, parent: { id: string, parent: { id: string } | null } | null } | null, parties: Array<{ signedAt: string | null, organization: { id: string, name: string } | null }>, commitments: Array<{ id: string, version: number, clause: string, timesPerYear: number | null, fulfilled: number, organization: { id: string, name: string } | null, resource: { id: string, title: string } | null }> };

export type PortalProposeAgreementMutationVariables = Exact<{
  input: ProposeAgreementInput;
}>;


export type PortalProposeAgreementMutation = { proposeAgreement: { agreement: { id: string } } | null };

export type PortalWithdrawProposalMutationVariables = Exact<{
  input: WithdrawProposalInput;
}>;


export type PortalWithdrawProposalMutation = { withdrawProposal: { agreement: { id: string } } | null };

export type PortalTerminateAgreementMutationVariables = Exact<{
  input: TerminateAgreementInput;
}>;


export type PortalTerminateAgreementMutation = { terminateAgreement: { agreement: { id: string } } | null };

export type PortalRecordFulfilmentMutationVariables = Exact<{
  input: RecordFulfilmentInput;
}>;


export type PortalRecordFulfilmentMutation = { recordFulfilment: { commitment: { id: string, fulfilled: number } } | null };

export type PortalDiscardAgreementMutationVariables = Exact<{
  input: DiscardAgreementInput;
}>;


export type PortalDiscardAgreementMutation = { discardAgreement: { id: string } | null };

export type AgreementsPageQueryVariables = Exact<{
  filter: AgreementFilter;
  after?: string | null | undefined;
}>;


export type AgreementsPageQuery = { agreements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, state: AgreementState, termFrom: string, termTo: string, committee: { id: string, name: string } | null, parties: Array<{ signedAt: string | null, organization: { id: string, name: string } | null }> }> } | null };

export type AgreementsToSignQueryVariables = Exact<{
  unit: string;
  after?: string | null | undefined;
}>;


export type AgreementsToSignQuery = { agreements: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, state: AgreementState, termFrom: string, termTo: string, committee: { id: string, name: string } | null, parties: Array<{ signedAt: string | null, organization: { id: string, name: string } | null }> }> } | null };

export type AgreementOfListFragment = { id: string, title: string, state: AgreementState, termFrom: string, termTo: string, committee: { id: string, name: string } | null, parties: Array<{ signedAt: string | null, organization: { id: string, name: string } | null }> };

export type AuditPageQueryVariables = Exact<{
  filter: AuditEntryFilter;
  after?: string | null | undefined;
}>;


export type AuditPageQuery = { auditEntries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, action: string, noun: string, recordId: string, subject: string, requestId: string, organization: { id: string, name: string } | null, region: { code: string, name: string } | null, details: Array<{ name: string, value: string }>, changes: Array<{ field: string, label: string, before: string | null, after: string | null, isWithheld: boolean }> }> } | null };

export type RecordCorrectionsQueryVariables = Exact<{
  record: string;
  actions: Array<string> | string;
}>;


export type RecordCorrectionsQuery = { auditEntries: { nodes: Array<{ id: string, at: string, action: string, subject: string, organization: { id: string, name: string } | null, changes: Array<{ field: string, label: string, before: string | null, after: string | null, isWithheld: boolean }> }> } | null };

export type ResourceOfBasketQueryVariables = Exact<{
  id: string;
  during: TimeRangeInput;
}>;


export type ResourceOfBasketQuery = { resource: { id: string, title: string, kind: ResourceKind, venueKind: VenueKind | null, functionAreas: Array<FunctionArea>, demonstration: boolean, description: string | null, capacity: number | null, unit: string | null, approval: boolean, audience: Audience, state: ResourceState, version: number, withdrawReason: string | null, closures: Array<{ start: string, end: string, reason: string }>, free: Array<{ start: string, end: string, quantity: number }>, venue: { address: string | null, longitude: number | null, latitude: number | null, seats: number | null, areaSquareMetres: number | null, barrierFree: boolean | null, amenities: Array<Amenity>, officePhone: string | null } | null, openingHours: Array<{ weekday: number, from: string, to: string, validFrom: string | null, validTo: string | null, note: string | null }>, bookingRules: { approval: boolean, minNoticeMinutes: number, maxAheadDays: number | null, slotMinutes: number | null, bufferMinutes: number, maxLengthMinutes: number | null, cancelBeforeMinutes: number, onHolidays: OnHolidays }, provider: { id: string, name: string, region: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null, committee: { id: string, name: string } | null } | null };

export type PortalBookBasketMutationVariables = Exact<{
  input: BookBasketInput;
}>;


export type PortalBookBasketMutation = { bookBasket: { bookings: Array<{ id: string, state: BookingState, during: { start: string, end: string }, resource: { id: string, title: string } | null }> } | null };

export type BoardPageQueryVariables = Exact<{
  place: string;
  during: TimeRangeInput;
  after?: string | null | undefined;
}>;


export type BoardPageQuery = { resources: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, capacity: number | null, unit: string | null, provider: { id: string, name: string } | null, openingHours: Array<{ weekday: number, from: string, to: string, validFrom: string | null, validTo: string | null, note: string | null }>, bookingRules: { minNoticeMinutes: number, maxAheadDays: number | null, onHolidays: OnHolidays }, closures: Array<{ start: string, end: string, reason: string }>, free: Array<{ start: string, end: string, quantity: number }>, waitingList: { nodes: Array<{ id: string, state: WaitingState, offeredUntil: string | null, during: { start: string, end: string }, organization: { id: string, name: string } | null }> }, bookings: { nodes: Array<{ id: string, state: BookingState, during: { start: string, end: string }, organization: { id: string, name: string } | null }> } }> } | null };

export type VenueOfBoardFragment = { id: string, title: string, capacity: number | null, unit: string | null, provider: { id: string, name: string } | null, openingHours: Array<{ weekday: number, from: string, to: string, validFrom: string | null, validTo: string | null, note: string | null }>, bookingRules: { minNoticeMinutes: number, maxAheadDays: number | null, onHolidays: OnHolidays }, closures: Array<{ start: string, end: string, reason: string }>, free: Array<{ start: string, end: string, quantity: number }>, waitingList: { nodes: Array<{ id: string, state: WaitingState, offeredUntil: string | null, during: { start: string, end: string }, organization: { id: string, name: string } | null }> }, bookings: { nodes: Array<{ id: string, state: BookingState, during: { start: string, end: string }, organization: { id: string, name: string } | null }> } };

export type HeldTimeFragment = { id: string, state: WaitingState, offeredUntil: string | null, during: { start: string, end: string }, organization: { id: string, name: string } | null };

export type BookingPageQueryVariables = Exact<{
  id: string;
}>;


export type BookingPageQuery = { booking: { id: string, state: BookingState, version: number, quantity: number, purpose: string | null, reason: string | null, used: boolean | null, resource: { id: string, title: string, capacity: number | null, unit: string | null, approval: boolean, venue: { address: string | null, officePhone: string | null } | null, provider: { id: string, name: string } | null } | null, series: { id: string, version: number, every: RepeatEvery, interval: number, answerBy: string | null } | null, during: { start: string, end: string }, previous: { start: string, end: string } | null, organization: { id: string, name: string } | null, blockings: Array<{ id: string, reason: string, during: { start: string, end: string } }>, rivals: Array<{ id: string, state: WaitingState, offeredUntil: string | null, quantity: number, during: { start: string, end: string }, organization: { id: string, name: string } | null }> } | null };

export type SeriesOfBookingQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type SeriesOfBookingQuery = { booking: { id: string, series: { id: string, bookings: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, state: BookingState, during: { start: string, end: string } }> } } | null } | null };

export type PortalChangeBookingMutationVariables = Exact<{
  input: ChangeBookingInput;
}>;


export type PortalChangeBookingMutation = { changeBooking: { booking: { id: string, state: BookingState } } | null };

export type PortalChangeSeriesMutationVariables = Exact<{
  input: ChangeSeriesInput;
}>;


export type PortalChangeSeriesMutation = { changeSeries: { series: { id: string }, dates: Array<{ outcome: SeriesOutcome, reason: string | null, holidaysUnknown: boolean, during: { start: string, end: string } | null, booking: { id: string, state: BookingState } | null }> } | null };

export type PortalCancelSeriesMutationVariables = Exact<{
  input: CancelSeriesInput;
}>;


export type PortalCancelSeriesMutation = { cancelSeries: { cancelled: Array<{ id: string }>, skipped: Array<{ outcome: SeriesOutcome, reason: string | null, holidaysUnknown: boolean, during: { start: string, end: string } | null, booking: { id: string, state: BookingState } | null }> } | null };

export type PortalKeepSeriesMutationVariables = Exact<{
  input: KeepSeriesInput;
}>;


export type PortalKeepSeriesMutation = { keepSeries: { series: { id: string, answerBy: string | null } } | null };

export type BookingsPageQueryVariables = Exact<{
  filter: BookingFilter;
  orderBy: BookingOrder;
  after?: string | null | undefined;
}>;


export type BookingsPageQuery = { bookings: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, state: BookingState, version: number, quantity: number, purpose: string | null, reason: string | null, used: boolean | null, series: { id: string, every: RepeatEvery, interval: number, awaiting: Array<{ id: string, version: number, during: { start: string, end: string } }> } | null, during: { start: string, end: string }, previous: { start: string, end: string } | null, resource: { id: string, title: string, capacity: number | null, unit: string | null, approval: boolean, provider: { id: string, name: string } | null } | null, organization: { id: string, name: string } | null, blockings: Array<{ id: string, reason: string, during: { start: string, end: string } }>, rivals: Array<{ id: string, state: WaitingState, offeredUntil: string | null, quantity: number, during: { start: string, end: string }, organization: { id: string, name: string } | null }> }> } | null };

export type BookingsWaitingQueryVariables = Exact<{
  unit: string;
}>;


export type BookingsWaitingQuery = { bookings: { totalCount: number } | null, waitingEntries: { totalCount: number } | null, offers: { totalCount: number } | null };

export type BookingOfListFragment = { id: string, state: BookingState, version: number, quantity: number, purpose: string | null, reason: string | null, used: boolean | null, during: { start: string, end: string }, previous: { start: string, end: string } | null, resource: { id: string, title: string, capacity: number | null, unit: string | null, approval: boolean, provider: { id: string, name: string } | null } | null, organization: { id: string, name: string } | null, blockings: Array<{ id: string, reason: string, during: { start: string, end: string } }>, rivals: Array<{ id: string, state: WaitingState, offeredUntil: string | null, quantity: number, during: { start: string, end: string }, organization: { id: string, name: string } | null }> };

export type AwaitingSeriesFragment = { id: string, every: RepeatEvery, interval: number, awaiting: Array<{ id: string, version: number, during: { start: string, end: string } }> };

export type BlockedDatesQueryVariables = Exact<{
  id: string;
}>;


export type BlockedDatesQuery = { booking: { id: string, series: { id: string, awaiting: Array<{ id: string, blockings: Array<{ id: string }> }> } | null } | null };

export type PortalCancelBookingMutationVariables = Exact<{
  input: CancelBookingInput;
}>;


export type PortalCancelBookingMutation = { cancelBooking: { booking: { id: string, state: BookingState } } | null };

export type PortalCompleteBookingMutationVariables = Exact<{
  input: CompleteBookingInput;
}>;


export type PortalCompleteBookingMutation = { completeBooking: { booking: { id: string, state: BookingState } } | null };

export type PortalDecideBookingsMutationVariables = Exact<{
  input: DecideBookingsInput;
}>;


export type PortalDecideBookingsMutation = { decideBookings: { bookings: Array<{ id: string, state: BookingState }> } | null };

export type PortalRecordUseMutationVariables = Exact<{
  input: RecordUseInput;
}>;


export type PortalRecordUseMutation = { recordUse: { booking: { id: string, state: BookingState, used: boolean | null } } | null };

export type CalendarAddressesQueryVariables = Exact<{
  organizationId?: string | null | undefined;
  committeeId?: string | null | undefined;
}>;


export type CalendarAddressesQuery = { calendarFeeds: Array<{ id: string, label: string | null, createdAt: string, partner: string | null }> | null };

export type PortalCreateCalendarFeedMutationVariables = Exact<{
  input: CreateCalendarFeedInput;
}>;


export type PortalCreateCalendarFeedMutation = { createCalendarFeed: { path: string | null, calendarFeed: { id: string } } | null };

export type PortalRevokeCalendarFeedMutationVariables = Exact<{
  input: RevokeCalendarFeedInput;
}>;


export type PortalRevokeCalendarFeedMutation = { revokeCalendarFeed: { calendarFeed: { id: string } } | null };

export type CalendarPageQueryVariables = Exact<{
  filter: ActivityFilter;
  after?: string | null | undefined;
}>;


export type CalendarPageQuery = { activities: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, kind: ActivityKind, state: ActivityState, startsAt: string, endsAt: string, host: { id: string, name: string } | null, committee: { id: string, name: string } | null, venue: { id: string, title: string } | null }> } | null };

export type CalendarUnitQueryVariables = Exact<{
  id: string;
}>;


export type CalendarUnitQuery = { organization: { id: string, name: string } | null };

export type CommitteePageQueryVariables = Exact<{
  id: string;
  coming: TimeRangeInput;
}>;


export type CommitteePageQuery = { committee: { id: string, version: number, name: string, level: CommitteeLevel, kind: CommitteeKind, demonstration: boolean, themes: Array<string>, establishedOn: string, formerNames: Array<{ name: string, until: string }>, region: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null } | null, organization: { id: string, name: string, brand: string | null } | null, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null, children: { totalCount: number, nodes: Array<{ id: string, name: string, demonstration: boolean }> }, memberUnits: { totalCount: number } | null, currentTerm: { id: string, number: number, startsOn: string, endsOn: string } | null, handovers: { nodes: Array<{ id: string, version: number, state: HandoverState, from: string, until: string, note: string | null, seat: { id: string, holderName: string | null, subject: string | null } | null, bySeat: { id: string, holderName: string | null } | null }> } | null, terms: { nodes: Array<{ id: string, number: number, startsOn: string, endsOn: string, state: TermState }> } | null, seats: { totalCount: number, nodes: Array<{ id: string, role: SeatRole, since: string, until: string | null, holderName: string | null, endReason: string | null, fromOrganization: { id: string, name: string } | null }> } | null, calendar: Array<{ id: string, title: string, kind: ActivityKind, state: ActivityState, startsAt: string, endsAt: string, host: { id: string, name: string } | null, venue: { id: string, title: string } | null }> | null, resources: { totalCount: number, nodes: Array<{ id: string, title: string, kind: ResourceKind, provider: { id: string, name: string } | null }> } | null, needs: { totalCount: number, nodes: Array<{ id: string, title: string, kind: NeedKind, neededBy: string | null, organization: { id: string, name: string } | null }> } | null, agreements: { totalCount: number, nodes: Array<{ id: string, title: string, state: AgreementState, termFrom: string, termTo: string, committee: { id: string, name: string } | null, parties: Array<{ signedAt: string | null, organization: { id: string, name: string } | null }> }> } | null, issues: { totalCount: number, nodes: Array<{ id: string, title: string, state: IssueState, deadline: string | null, owner: { id: string, name: string } | null }> } | null, contactCards: { totalCount: number, nodes: Array<{ id: string, version: number, post: string, holderName: string, officePhone: string | null, hours: string | null, consentedAt: string | null, organization: { id: string, name: string } | null, committee: { id: string, name: string, parent: { id: string, parent: { id: string } | null } | null } | null }> } | null, teams: { totalCount: number, nodes: Array<{ id: string, version: number, name: string, kind: TeamKind, headcount: number, specialities: Array<string>, formedOn: string }> } | null } | null };

export type CommitteeUnitsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type CommitteeUnitsQuery = { committee: { id: string, memberUnits: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, joinedOn: string, organization: { id: string, name: string, kind: OrganizationKind } | null }> } | null } | null };

export type TermSeatsQueryVariables = Exact<{
  id: string;
}>;


export type TermSeatsQuery = { committee: { id: string, terms: { nodes: Array<{ id: string, seats: { totalCount: number, nodes: Array<{ id: string, role: SeatRole, since: string, until: string | null, holderName: string | null, endReason: string | null, fromOrganization: { id: string, name: string } | null }> } }> } | null } | null };

export type SeatPartsFragment = { id: string, role: SeatRole, since: string, until: string | null, holderName: string | null, endReason: string | null, fromOrganization: { id: string, name: string } | null };

export type OwnUnitsAndCommitteesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnUnitsAndCommitteesQuery = { viewer: { organizations: Array<{ id: string, name: string, memberships: { nodes: Array<{ id: string, committee: { id: string } | null }> } | null, applications: { nodes: Array<{ id: string, version: number, state: ApplicationState, message: string | null, createdAt: string, settledAt: string | null, returnReason: string | null, committee: { id: string, name: string } | null, organization: { id: string, name: string, kind: OrganizationKind } | null }> } | null }> } | null };

export type PortalApplyToCommitteeMutationVariables = Exact<{
  input: ApplyToCommitteeInput;
}>;


export type PortalApplyToCommitteeMutation = { applyToCommittee: { application: { id: string } } | null };

export type CommitteeTreeQueryVariables = Exact<{ [key: string]: never; }>;


export type CommitteeTreeQuery = { regions: { nodes: Array<{ code: string, name: string, level: RegionLevel, committees: { nodes: Array<{ id: string, name: string, demonstration: boolean }> }, children: { totalCount: number } }> } | null };

export type CommitteeTreeBelowQueryVariables = Exact<{
  code: string;
  after?: string | null | undefined;
}>;


export type CommitteeTreeBelowQuery = { region: { code: string, children: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ code: string, name: string, level: RegionLevel, committees: { nodes: Array<{ id: string, name: string, demonstration: boolean }> }, children: { totalCount: number } }> } } | null };

export type TreePlaceFragment = { code: string, name: string, level: RegionLevel, committees: { nodes: Array<{ id: string, name: string, demonstration: boolean }> }, children: { totalCount: number } };

export type CommitteeTreePathQueryVariables = Exact<{
  code: string;
}>;


export type CommitteeTreePathQuery = { region: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null };

export type CommitteesFoundQueryVariables = Exact<{
  filter: CommitteeFilter;
  after?: string | null | undefined;
}>;


export type CommitteesFoundQuery = { committees: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, level: CommitteeLevel, demonstration: boolean, parent: { id: string, name: string } | null, memberUnits: { totalCount: number } | null }> } | null };

export type CommitteesOfViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type CommitteesOfViewerQuery = { viewer: { organizations: Array<{ id: string, name: string, memberships: { nodes: Array<{ id: string, committee: { id: string, name: string, level: CommitteeLevel } | null }> } | null }> } | null };

export type ContactCardPartsFragment = { id: string, version: number, post: string, holderName: string, officePhone: string | null, hours: string | null, consentedAt: string | null, organization: { id: string, name: string } | null, committee: { id: string, name: string, parent: { id: string, parent: { id: string } | null } | null } | null };

export type PortalMakeContactCardMutationVariables = Exact<{
  input: MakeContactCardInput;
}>;


export type PortalMakeContactCardMutation = { makeContactCard: { contactCard: { id: string } } | null };

export type PortalUpdateContactCardMutationVariables = Exact<{
  input: UpdateContactCardInput;
}>;


export type PortalUpdateContactCardMutation = { updateContactCard: { contactCard: { id: string } } | null };

export type PortalWithdrawContactCardMutationVariables = Exact<{
  input: WithdrawContactCardInput;
}>;


export type PortalWithdrawContactCardMutation = { withdrawContactCard: { contactCard: { id: string } } | null };

export type ContactCardsPageQueryVariables = Exact<{
  regionCode?: string | null | undefined;
  text?: string | null | undefined;
  organizationId?: string | null | undefined;
  committeeId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ContactCardsPageQuery = { contactCards: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, post: string, holderName: string, officePhone: string | null, hours: string | null, consentedAt: string | null, organization: { id: string, name: string } | null, committee: { id: string, name: string, parent: { id: string, parent: { id: string } | null } | null } | null }> } | null };

export type ContactCardOwnerQueryVariables = Exact<{
  unit: string;
  committee: string;
  isOfUnit: boolean;
  isOfCommittee: boolean;
}>;


export type ContactCardOwnerQuery = { organization?: { id: string, name: string } | null, committee?: { id: string, name: string } | null };

export type FiguresPageQueryVariables = Exact<{
  place: string;
  from: string;
  to: string;
  by: ReportPeriod;
}>;


export type FiguresPageQuery = { report: { streetCommittees: number, communityCommittees: number, demonstrationCommittees: number, grids: number, residentialEstates: number, estatesWithOwnersCommittee: number, estatesWithPropertyCompany: number, estatesWithOwnersCommitteeOnly: number, memberUnits: number | null, partTimeMembers: number | null, registeredUnits: number | null, registeredMembers: number | null, teams: number | null, venues: number | null, resources: number | null, needs: number | null, agreements: number | null, activities: number | null, attendance: number | null, meetings: number | null, issuesRaised: number | null, issuesResolved: number | null, region: { code: string, name: string } | null, resourcesByKind: Array<{ kind: ResourceKind, count: number }> | null, activitiesByKind: Array<{ kind: ActivityKind, count: number }> | null, periods: Array<{ from: string, to: string, activities: number | null, meetings: number | null, attendance: number | null, issuesRaised: number | null, issuesResolved: number | null, needs: number | null, agreements: number | null }>, below: Array<{ memberUnits: number | null, resources: number | null, activities: number | null, attendance: number | null, region: { code: string, name: string } | null }> } | null };

export type FiguresOfReportFragment = { streetCommittees: number, communityCommittees: number, demonstrationCommittees: number, grids: number, residentialEstates: number, estatesWithOwnersCommittee: number, estatesWithPropertyCompany: number, estatesWithOwnersCommitteeOnly: number, memberUnits: number | null, partTimeMembers: number | null, registeredUnits: number | null, registeredMembers: number | null, teams: number | null, venues: number | null, resources: number | null, needs: number | null, agreements: number | null, activities: number | null, attendance: number | null, meetings: number | null, issuesRaised: number | null, issuesResolved: number | null };

export type PortalRaiseIssueMutationVariables = Exact<{
  input: RaiseIssueInput;
}>;


export type PortalRaiseIssueMutation = { raiseIssue: { issue: { id: string } } | null };

export type IssueOccasionQueryVariables = Exact<{
  id: string;
}>;


export type IssueOccasionQuery = { activity: { id: string, title: string, startsAt: string, committee: { id: string } | null } | null };

export type IssuePageQueryVariables = Exact<{
  id: string;
}>;


export type IssuePageQuery = { issue: { id: string, version: number, title: string, measure: string | null, deadline: string | null, state: IssueState, raisedAt: string, resolvedAt: string | null, outcome: string | null, audience: Audience, committee: { id: string, name: string, parent: { id: string, parent: { id: string } | null } | null } | null, owner: { id: string, name: string } | null, activity: { id: string, title: string, startsAt: string } | null } | null };

export type PortalUpdateIssueMutationVariables = Exact<{
  input: UpdateIssueInput;
}>;


export type PortalUpdateIssueMutation = { updateIssue: { issue: { id: string } } | null };

export type PortalReopenIssueMutationVariables = Exact<{
  input: ReopenIssueInput;
}>;


export type PortalReopenIssueMutation = { reopenIssue: { issue: { id: string } } | null };

export type IssuesPageQueryVariables = Exact<{
  filter: IssueFilter;
  orderBy: IssueOrder;
  after?: string | null | undefined;
}>;


export type IssuesPageQuery = { issues: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, state: IssueState, deadline: string | null, resolvedAt: string | null, owner: { id: string, name: string } | null, committee: { id: string, name: string } | null }> } | null };

export type IssueOwnerQueryVariables = Exact<{
  id: string;
}>;


export type IssueOwnerQuery = { organization: { id: string, name: string } | null };

export type MeetingsPageQueryVariables = Exact<{
  filter: ActivityFilter;
  after?: string | null | undefined;
}>;


export type MeetingsPageQuery = { activities: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, state: ActivityState, startsAt: string, endsAt: string, attendance: number, committee: { id: string, name: string } | null, venue: { id: string, title: string } | null, agendaItems: Array<{ id: string, title: string }> }> } | null };

export type PortalPostNeedMutationVariables = Exact<{
  input: PostNeedInput;
}>;


export type PortalPostNeedMutation = { postNeed: { need: { id: string } } | null };

export type PortalUpdateNeedMutationVariables = Exact<{
  input: UpdateNeedInput;
}>;


export type PortalUpdateNeedMutation = { updateNeed: { need: { id: string } } | null };

export type OpenRoundsQueryVariables = Exact<{
  committee: string;
}>;


export type OpenRoundsQuery = { collectionRounds: { nodes: Array<{ id: string, title: string, opensOn: string, closesOn: string }> } | null };

export type NeedPageQueryVariables = Exact<{
  id: string;
}>;


export type NeedPageQuery = { need: { id: string, version: number, title: string, kind: NeedKind, state: NeedState, audience: Audience, quantity: number | null, unit: string | null, description: string | null, neededBy: string | null, publishedAt: string | null, withdrawnAt: string | null, withdrawReason: string | null, organization: { id: string, name: string, contactCards: { nodes: Array<{ id: string, post: string, holderName: string, officePhone: string | null, hours: string | null }> } | null } | null, committee: { id: string, name: string } | null, collectionRound: { id: string, title: string } | null } | null };

export type NeedOfPageFragment = { id: string, version: number, title: string, kind: NeedKind, state: NeedState, audience: Audience, quantity: number | null, unit: string | null, description: string | null, neededBy: string | null, publishedAt: string | null, withdrawnAt: string | null, withdrawReason: string | null, organization: { id: string, name: string, contactCards: { nodes: Array<{ id: string, post: string, holderName: string, officePhone: string | null, hours: string | null }> } | null } | null, committee: { id: string, name: string } | null, collectionRound: { id: string, title: string } | null };

export type PortalPublishNeedMutationVariables = Exact<{
  input: PublishNeedInput;
}>;


export type PortalPublishNeedMutation = { publishNeed: { need: { id: string } } | null };

export type PortalWithdrawNeedMutationVariables = Exact<{
  input: WithdrawNeedInput;
}>;


export type PortalWithdrawNeedMutation = { withdrawNeed: { need: { id: string } } | null };

export type PortalDiscardNeedMutationVariables = Exact<{
  input: DiscardNeedInput;
}>;


export type PortalDiscardNeedMutation = { discardNeed: { id: string } | null };

export type NeedsPageQueryVariables = Exact<{
  filter: NeedFilter;
  after?: string | null | undefined;
}>;


export type NeedsPageQuery = { needs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, kind: NeedKind, state: NeedState, quantity: number | null, unit: string | null, description: string | null, neededBy: string | null, organization: { id: string, name: string } | null, committee: { id: string, name: string } | null }> } | null };

export type NeedOfListFragment = { id: string, title: string, kind: NeedKind, state: NeedState, quantity: number | null, unit: string | null, description: string | null, neededBy: string | null, organization: { id: string, name: string } | null, committee: { id: string, name: string } | null };

export type OfficeAppointmentsQueryVariables = Exact<{
  filter: AppointmentFilter;
  after?: string | null | undefined;
}>;


export type OfficeAppointmentsQuery = { appointments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, subject: string, role: AppointedRole, createdAt: string, region: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null }> } | null };

export type PortalAppointMutationVariables = Exact<{
  input: AppointInput;
}>;


export type PortalAppointMutation = { appoint: { appointment: { id: string } } | null };

export type PortalEndAppointmentMutationVariables = Exact<{
  input: EndAppointmentInput;
}>;


export type PortalEndAppointmentMutation = { endAppointment: { appointment: { id: string } } | null };

export type OfficeApplicationsQueryVariables = Exact<{
  id: string;
  states?: Array<ApplicationState> | ApplicationState | null | undefined;
  after?: string | null | undefined;
}>;


export type OfficeApplicationsQuery = { committee: { id: string, applications: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, state: ApplicationState, message: string | null, createdAt: string, settledAt: string | null, returnReason: string | null, committee: { id: string, name: string } | null, organization: { id: string, name: string, kind: OrganizationKind } | null }> } | null } | null };

export type ApplicationPartsFragment = { id: string, version: number, state: ApplicationState, message: string | null, createdAt: string, settledAt: string | null, returnReason: string | null, committee: { id: string, name: string } | null, organization: { id: string, name: string, kind: OrganizationKind } | null };

export type PortalWithdrawApplicationMutationVariables = Exact<{
  input: WithdrawApplicationInput;
}>;


export type PortalWithdrawApplicationMutation = { withdrawApplication: { application: { id: string } } | null };

export type OfficeCommitteeQueryVariables = Exact<{
  id: string;
}>;


export type OfficeCommitteeQuery = { committee: { version: number, level: CommitteeLevel, kind: CommitteeKind, demonstration: boolean, themes: Array<string>, establishedOn: string, id: string, name: string, formerNames: Array<{ name: string, until: string }>, applications: { totalCount: number } | null, region: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null, organization: { id: string, name: string } | null, currentTerm: { id: string, number: number, startsOn: string, endsOn: string } | null, terms: { nodes: Array<{ id: string, number: number, startsOn: string, endsOn: string, state: TermState }> } | null, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null } | null };

export type OfficeSeatsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type OfficeSeatsQuery = { committee: { id: string, seats: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, role: SeatRole, since: string, until: string | null, holderName: string | null, subject: string | null, fromOrganization: { id: string, name: string } | null }> } | null } | null };

export type OfficeSeatFragment = { id: string, version: number, role: SeatRole, since: string, until: string | null, holderName: string | null, subject: string | null, fromOrganization: { id: string, name: string } | null };

export type OfficeMemberUnitsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type OfficeMemberUnitsQuery = { committee: { id: string, memberUnits: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, joinedOn: string, leavesOn: string | null, organization: { id: string, name: string, kind: OrganizationKind, liaisons: { nodes: Array<{ id: string, name: string }> } | null } | null }> } | null } | null };

export type SeatUnitsQueryVariables = Exact<{
  id: string;
}>;


export type SeatUnitsQuery = { committee: { id: string, organization: { id: string, name: string } | null, memberUnits: { nodes: Array<{ id: string, organization: { id: string, name: string } | null }> } | null } | null };

export type PortalStartTermMutationVariables = Exact<{
  input: StartTermInput;
}>;


export type PortalStartTermMutation = { startTerm: { term: { id: string } } | null };

export type PortalAppointSeatMutationVariables = Exact<{
  input: AppointSeatInput;
}>;


export type PortalAppointSeatMutation = { appointSeat: { seat: { id: string } } | null };

export type PortalUpdateSeatMutationVariables = Exact<{
  input: UpdateSeatInput;
}>;


export type PortalUpdateSeatMutation = { updateSeat: { seat: { id: string } } | null };

export type PortalEndSeatMutationVariables = Exact<{
  input: EndSeatInput;
}>;


export type PortalEndSeatMutation = { endSeat: { seat: { id: string } } | null };

export type PortalJoinCommitteeMutationVariables = Exact<{
  input: JoinCommitteeInput;
}>;


export type PortalJoinCommitteeMutation = { joinCommittee: { membership: { id: string } } | null };

export type OfficeHandoversQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type OfficeHandoversQuery = { committee: { id: string, handovers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, state: HandoverState, from: string, until: string, note: string | null, endedAt: string | null, endReason: string | null, seat: { id: string, holderName: string | null, subject: string | null } | null, bySeat: { id: string, holderName: string | null } | null }> } | null } | null };

export type PortalHandOverMutationVariables = Exact<{
  input: HandOverInput;
}>;


export type PortalHandOverMutation = { handOver: { handover: { id: string } } | null };

export type PortalEndHandoverMutationVariables = Exact<{
  input: EndHandoverInput;
}>;


export type PortalEndHandoverMutation = { endHandover: { handover: { id: string } } | null };

export type PortalUpdateCommitteeMutationVariables = Exact<{
  input: UpdateCommitteeInput;
}>;


export type PortalUpdateCommitteeMutation = { updateCommittee: { committee: { id: string } } | null };

export type OfficeTermsQueryVariables = Exact<{
  id: string;
}>;


export type OfficeTermsQuery = { committee: { id: string, seats: { nodes: Array<{ id: string, version: number, role: SeatRole, since: string, until: string | null, holderName: string | null, subject: string | null, fromOrganization: { id: string, name: string } | null }> } | null, terms: { nodes: Array<{ id: string, version: number, number: number, startsOn: string, endsOn: string, seats: { nodes: Array<{ id: string, version: number, role: SeatRole, since: string, until: string | null, holderName: string | null, subject: string | null, fromOrganization: { id: string, name: string } | null }> } }> } | null } | null };

export type PortalPlanTermMutationVariables = Exact<{
  input: PlanTermInput;
}>;


export type PortalPlanTermMutation = { planTerm: { term: { id: string } } | null };

export type PortalUpdatePlannedTermMutationVariables = Exact<{
  input: UpdatePlannedTermInput;
}>;


export type PortalUpdatePlannedTermMutation = { updatePlannedTerm: { term: { id: string } } | null };

export type PortalDiscardPlannedTermMutationVariables = Exact<{
  input: DiscardPlannedTermInput;
}>;


export type PortalDiscardPlannedTermMutation = { discardPlannedTerm: { id: string } | null };

export type OfficeCommitteesQueryVariables = Exact<{
  filter: CommitteeFilter;
  after?: string | null | undefined;
}>;


export type OfficeCommitteesQuery = { committees: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ level: CommitteeLevel, id: string, name: string, region: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null, currentTerm: { id: string, number: number, endsOn: string } | null, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null }> } | null };

export type EstablishPlaceQueryVariables = Exact<{
  code: string;
}>;


export type EstablishPlaceQuery = { region: { level: RegionLevel, code: string, name: string, parent: { code: string, name: string, parent: { code: string, name: string, parent: { code: string, name: string, committees: { nodes: Array<{ id: string, name: string, level: CommitteeLevel }> } } | null, committees: { nodes: Array<{ id: string, name: string, level: CommitteeLevel }> } } | null, committees: { nodes: Array<{ id: string, name: string, level: CommitteeLevel }> } } | null, committees: { nodes: Array<{ id: string, name: string, level: CommitteeLevel }> } } | null };

export type CommitteesAtFragment = { code: string, name: string, committees: { nodes: Array<{ id: string, name: string, level: CommitteeLevel }> } };

export type PortalEstablishCommitteeMutationVariables = Exact<{
  input: EstablishCommitteeInput;
}>;


export type PortalEstablishCommitteeMutation = { establishCommittee: { committee: { id: string } } | null };

export type LeavingPageQueryVariables = Exact<{
  committee: string;
  unit: string;
}>;


export type LeavingPageQuery = { committee: { id: string, name: string, region: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null, organization: { id: string, name: string } | null, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null } | null, organization: { id: string, name: string, memberships: { nodes: Array<{ id: string, version: number, joinedOn: string, leavesOn: string | null, committee: { id: string } | null }> } | null } | null };

export type LeavingItemsQueryVariables = Exact<{
  committee: string;
  unit: string;
  leavesOn?: string | null | undefined;
}>;


export type LeavingItemsQuery = { leaving: { items: Array<{ noun: string, recordId: string, title: string, consequence: string, ways: Array<SettlementWay>, booking: { id: string, during: { start: string, end: string } } | null }> } | null };

export type PortalCallOffLeavingMutationVariables = Exact<{
  input: CallOffLeavingInput;
}>;


export type PortalCallOffLeavingMutation = { callOffLeaving: { membership: { id: string } } | null };

export type MergeSideQueryVariables = Exact<{
  id: string;
}>;


export type MergeSideQuery = { organization: { id: string, version: number, name: string, kind: OrganizationKind, creditCode: string | null, brand: string | null, state: OrganizationState, createdAt: string, region: { code: string, level: RegionLevel, name: string, parent: { code: string, level: RegionLevel, name: string, parent: { code: string, level: RegionLevel, name: string, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null } | null, parent: { id: string, name: string } | null, memberships: { nodes: Array<{ id: string, committee: { id: string, name: string } | null }> } | null, liaisons: { nodes: Array<{ id: string, name: string }> } | null } | null };

export type MergePreviewQueryVariables = Exact<{
  fromId: string;
  intoId: string;
}>;


export type MergePreviewQuery = { organizationMerge: { items: Array<{ noun: string, count: number }>, warnings: Array<{ noun: string, recordId: string | null, title: string | null, consequence: string, blocks: boolean }> } | null };

export type MergeSidePartsFragment = { id: string, version: number, name: string, kind: OrganizationKind, creditCode: string | null, brand: string | null, state: OrganizationState, createdAt: string, region: { code: string, level: RegionLevel, name: string, parent: { code: string, level: RegionLevel, name: string, parent: { code: string, level: RegionLevel, name: string, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null } | null, parent: { id: string, name: string } | null, memberships: { nodes: Array<{ id: string, committee: { id: string, name: string } | null }> } | null, liaisons: { nodes: Array<{ id: string, name: string }> } | null };

export type PortalMergeOrganizationsMutationVariables = Exact<{
  input: MergeOrganizationsInput;
}>;


export type PortalMergeOrganizationsMutation = { mergeOrganizations: { organization: { id: string } } | null };

export type OfficeOrganizationQueryVariables = Exact<{
  id: string;
}>;


export type OfficeOrganizationQuery = { organization: { id: string, version: number, name: string, kind: OrganizationKind, creditCode: string | null, brand: string | null, createdAt: string, state: OrganizationState, endedOn: string | null, endReason: string | null, formerNames: Array<{ name: string, until: string }>, mergedInto: { id: string, name: string } | null, region: { code: string, name: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null, parent: { id: string, name: string } | null, liaisons: { nodes: Array<{ id: string, version: number, name: string, subject: string | null, createdAt: string }> } | null, applications: { nodes: Array<{ id: string, version: number, state: ApplicationState, message: string | null, createdAt: string, settledAt: string | null, returnReason: string | null, committee: { id: string, name: string } | null, organization: { id: string, name: string, kind: OrganizationKind } | null }> } | null, memberships: { nodes: Array<{ id: string, version: number, joinedOn: string, leftOn: string | null, leavesOn: string | null, leaveReason: string | null, committee: { id: string, name: string, region: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null } | null }> } | null } | null };

export type CommitteeChainFragment = { id: string, name: string, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null };

export type PortalUpdateOrganizationMutationVariables = Exact<{
  input: UpdateOrganizationInput;
}>;


export type PortalUpdateOrganizationMutation = { updateOrganization: { organization: { id: string } } | null };

export type PortalRenameOrganizationMutationVariables = Exact<{
  input: RenameOrganizationInput;
}>;


export type PortalRenameOrganizationMutation = { renameOrganization: { organization: { id: string } } | null };

export type PortalCorrectOrganizationMutationVariables = Exact<{
  input: CorrectOrganizationInput;
}>;


export type PortalCorrectOrganizationMutation = { correctOrganization: { organization: { id: string } } | null };

export type PortalEndOrganizationMutationVariables = Exact<{
  input: EndOrganizationInput;
}>;


export type PortalEndOrganizationMutation = { endOrganization: { organization: { id: string } } | null };

export type PortalNameLiaisonMutationVariables = Exact<{
  input: NameLiaisonInput;
}>;


export type PortalNameLiaisonMutation = { nameLiaison: { liaison: { id: string } } | null };

export type PortalUpdateLiaisonMutationVariables = Exact<{
  input: UpdateLiaisonInput;
}>;


export type PortalUpdateLiaisonMutation = { updateLiaison: { liaison: { id: string } } | null };

export type PortalEndLiaisonMutationVariables = Exact<{
  input: EndLiaisonInput;
}>;


export type PortalEndLiaisonMutation = { endLiaison: { liaison: { id: string } } | null };

export type PortalLeaveCommitteeMutationVariables = Exact<{
  input: LeaveCommitteeInput;
}>;


export type PortalLeaveCommitteeMutation = { leaveCommittee: { membership: { id: string } } | null };

export type OfficeOrganizationsQueryVariables = Exact<{
  filter: OrganizationFilter;
  after?: string | null | undefined;
}>;


export type OfficeOrganizationsQuery = { organizations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, kind: OrganizationKind, creditCode: string | null, brand: string | null, state: OrganizationState, formerNames: Array<{ name: string }>, region: { code: string, name: string } | null, parent: { id: string, name: string } | null }> } | null };

export type OfficeRegionQueryVariables = Exact<{
  code: string;
  after?: string | null | undefined;
}>;


export type OfficeRegionQuery = { region: { code: string, name: string, level: RegionLevel, levelName: string | null, version: number, endedOn: string | null, formerNames: Array<{ name: string, until: string }>, mergedInto: { code: string, name: string } | null, parent: { code: string, name: string, parent: { code: string, name: string, parent: { code: string, name: string, parent: { code: string, name: string } | null } | null } | null } | null, children: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ code: string, name: string, level: RegionLevel, children: { totalCount: number } }> } } | null };

export type OfficeRegionChangesQueryVariables = Exact<{
  code: string;
}>;


export type OfficeRegionChangesQuery = { planned: { nodes: Array<{ id: string, version: number, kind: RegionChangeKind, state: RegionChangeState, effectiveOn: string, name: string | null, formerName: string | null, reason: string | null, callOffReason: string | null, failReason: string | null, region: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null, other: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null }> } | null, past: { nodes: Array<{ id: string, version: number, kind: RegionChangeKind, state: RegionChangeState, effectiveOn: string, name: string | null, formerName: string | null, reason: string | null, callOffReason: string | null, failReason: string | null, region: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null, other: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null }> } | null };

export type RegionChangePartsFragment = { id: string, version: number, kind: RegionChangeKind, state: RegionChangeState, effectiveOn: string, name: string | null, formerName: string | null, reason: string | null, callOffReason: string | null, failReason: string | null, region: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null, other: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null };

export type PortalRenameRegionMutationVariables = Exact<{
  input: RenameRegionInput;
}>;


export type PortalRenameRegionMutation = { renameRegion: { regionChange: { id: string } } | null };

export type PortalMergeRegionsMutationVariables = Exact<{
  input: MergeRegionsInput;
}>;


export type PortalMergeRegionsMutation = { mergeRegions: { regionChange: { id: string } } | null };

export type PortalMoveRegionMutationVariables = Exact<{
  input: MoveRegionInput;
}>;


export type PortalMoveRegionMutation = { moveRegion: { regionChange: { id: string } } | null };

export type PortalEndRegionMutationVariables = Exact<{
  input: EndRegionInput;
}>;


export type PortalEndRegionMutation = { endRegion: { regionChange: { id: string } } | null };

export type PortalCallOffRegionChangeMutationVariables = Exact<{
  input: CallOffRegionChangeInput;
}>;


export type PortalCallOffRegionChangeMutation = { callOffRegionChange: { regionChange: { id: string } } | null };

export type PortalAddRegionMutationVariables = Exact<{
  input: AddRegionInput;
}>;


export type PortalAddRegionMutation = { addRegion: { region: { code: string } } | null };

export type PortalRegisterOrganizationMutationVariables = Exact<{
  input: RegisterOrganizationInput;
}>;


export type PortalRegisterOrganizationMutation = { registerOrganization: { organization: { id: string } } | null };

export type OfficeWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficeWaitingQuery = { tasks: { totalCount: number, nodes: Array<{ id: string, kind: TaskKind, dueAt: string | null, committee: { id: string, name: string } | null }> } | null };

export type OrganizationPageQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationPageQuery = { organization: { id: string, version: number, name: string, kind: OrganizationKind, creditCode: string | null, brand: string | null, state: OrganizationState, endedOn: string | null, endReason: string | null, formerNames: Array<{ name: string, until: string }>, mergedFrom: { nodes: Array<{ id: string, name: string, endedOn: string | null }> }, serviceAreas: { totalCount: number }, region: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null } | null, parent: { id: string, name: string } | null, memberships: { nodes: Array<{ id: string, joinedOn: string, leftOn: string | null, leaveReason: string | null, committee: { id: string, name: string, level: CommitteeLevel } | null }> } | null, seatsIn: { totalCount: number } | null, seatsFrom: { totalCount: number } | null, liaisons: { totalCount: number, nodes: Array<{ id: string, name: string }> } | null, registrations: { totalCount: number, nodes: Array<{ id: string, version: number, state: RegistrationState, headcount: number, responsible: boolean, submittedAt: string, acceptedAt: string | null, returnedAt: string | null, returnReason: string | null, endedAt: string | null, endReason: string | null, organization: { id: string, name: string } | null, community: { code: string, name: string, parent: { code: string, name: string, parent: { code: string, parent: { code: string } | null } | null } | null, committees: { nodes: Array<{ id: string, parent: { id: string, parent: { id: string } | null } | null }> } } | null }> } | null, resources: { totalCount: number, nodes: Array<{ id: string, title: string, kind: ResourceKind }> } | null, needs: { totalCount: number, nodes: Array<{ id: string, title: string, kind: NeedKind, neededBy: string | null }> } | null, agreements: { totalCount: number, nodes: Array<{ id: string, title: string, state: AgreementState, termFrom: string, termTo: string, committee: { id: string, name: string } | null, parties: Array<{ signedAt: string | null, organization: { id: string, name: string } | null }> }> } | null, activities: { totalCount: number, nodes: Array<{ id: string, title: string, kind: ActivityKind, state: ActivityState, startsAt: string, endsAt: string, host: { id: string, name: string } | null, venue: { id: string, title: string } | null }> } | null, contactCards: { totalCount: number, nodes: Array<{ id: string, version: number, post: string, holderName: string, officePhone: string | null, hours: string | null, consentedAt: string | null, organization: { id: string, name: string } | null, committee: { id: string, name: string, parent: { id: string, parent: { id: string } | null } | null } | null }> } | null, teams: { totalCount: number, nodes: Array<{ id: string, version: number, name: string, kind: TeamKind, headcount: number, specialities: Array<string>, formedOn: string }> } | null } | null };

export type UnitServiceAreasQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type UnitServiceAreasQuery = { organization: { serviceAreas: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, from: string, until: string | null, organization: { id: string, name: string, kind: OrganizationKind } | null, region: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, name: string, committees: { nodes: Array<{ id: string, name: string, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null }> }, parent: { code: string, level: RegionLevel, name: string, committees: { nodes: Array<{ id: string, name: string, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null }> }, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null } | null }> } } | null };

export type PlaceServiceAreasQueryVariables = Exact<{
  code: string;
  after?: string | null | undefined;
}>;


export type PlaceServiceAreasQuery = { region: { servedBy: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, from: string, until: string | null, organization: { id: string, name: string, kind: OrganizationKind } | null, region: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, name: string, committees: { nodes: Array<{ id: string, name: string, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null }> }, parent: { code: string, level: RegionLevel, name: string, committees: { nodes: Array<{ id: string, name: string, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null }> }, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null } | null }> } } | null };

export type ServiceAreaPartsFragment = { id: string, version: number, from: string, until: string | null, organization: { id: string, name: string, kind: OrganizationKind } | null, region: { name: string, code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, name: string, committees: { nodes: Array<{ id: string, name: string, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null }> }, parent: { code: string, level: RegionLevel, name: string, committees: { nodes: Array<{ id: string, name: string, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null }> }, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null } | null };

export type PortalAssignServiceAreaMutationVariables = Exact<{
  input: AssignServiceAreaInput;
}>;


export type PortalAssignServiceAreaMutation = { assignServiceArea: { serviceArea: { id: string } } | null };

export type PortalEndServiceAreaMutationVariables = Exact<{
  input: EndServiceAreaInput;
}>;


export type PortalEndServiceAreaMutation = { endServiceArea: { serviceArea: { id: string } } | null };

export type TeamPartsFragment = { id: string, version: number, name: string, kind: TeamKind, headcount: number, specialities: Array<string>, formedOn: string };

export type PortalFormTeamMutationVariables = Exact<{
  input: FormTeamInput;
}>;


export type PortalFormTeamMutation = { formTeam: { team: { id: string } } | null };

export type PortalUpdateTeamMutationVariables = Exact<{
  input: UpdateTeamInput;
}>;


export type PortalUpdateTeamMutation = { updateTeam: { team: { id: string } } | null };

export type UnitSeatsInQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type UnitSeatsInQuery = { organization: { id: string, seatsIn: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, role: string, since: string, until: string | null, holderName: string | null, body: { id: string, name: string, region: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null } | null, fromOrganization: { id: string, name: string } | null, agreement: { id: string, title: string } | null }> } | null } | null };

export type UnitSeatsFromQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type UnitSeatsFromQuery = { organization: { id: string, seatsFrom: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, role: string, since: string, until: string | null, holderName: string | null, body: { id: string, name: string, region: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null } | null, fromOrganization: { id: string, name: string } | null, agreement: { id: string, title: string } | null }> } | null } | null };

export type UnitSeatPartsFragment = { id: string, version: number, role: string, since: string, until: string | null, holderName: string | null, body: { id: string, name: string, region: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel, parent: { code: string, level: RegionLevel } | null } | null } | null } | null } | null, fromOrganization: { id: string, name: string } | null, agreement: { id: string, title: string } | null };

export type PortalAppointUnitSeatMutationVariables = Exact<{
  input: AppointUnitSeatInput;
}>;


export type PortalAppointUnitSeatMutation = { appointUnitSeat: { unitSeat: { id: string } } | null };

export type PortalEndUnitSeatMutationVariables = Exact<{
  input: EndUnitSeatInput;
}>;


export type PortalEndUnitSeatMutation = { endUnitSeat: { unitSeat: { id: string } } | null };

export type PortalUpdateUnitSeatMutationVariables = Exact<{
  input: UpdateUnitSeatInput;
}>;


export type PortalUpdateUnitSeatMutation = { updateUnitSeat: { unitSeat: { id: string } } | null };

export type OverviewTasksQueryVariables = Exact<{
  filter: TaskFilter;
  after?: string | null | undefined;
}>;


export type OverviewTasksQuery = { tasks: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: TaskKind, noun: string, recordId: string, title: string, dueAt: string | null, organization: { id: string, name: string } | null, committee: { id: string, name: string } | null }> } | null };

export type PartnerKeysQueryVariables = Exact<{
  unit: string;
}>;


export type PartnerKeysQuery = { partners: Array<{ name: string, scopes: Array<string>, createdAt: string }> | null };

export type PortalEnterPartnerMutationVariables = Exact<{
  input: EnterPartnerInput;
}>;


export type PortalEnterPartnerMutation = { enterPartner: { key: string | null, partner: { name: string } } | null };

export type PortalRevokePartnerMutationVariables = Exact<{
  input: RevokePartnerInput;
}>;


export type PortalRevokePartnerMutation = { revokePartner: { partner: { name: string } } | null };

export type PartnerEndpointsQueryVariables = Exact<{
  unit: string;
  after?: string | null | undefined;
}>;


export type PartnerEndpointsQuery = { webhookEndpoints: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, kind: WebhookKind, address: string, label: string | null, state: WebhookEndpointState, reason: string | null, stateSince: string, failingSince: string | null, missedAt: string | null, previousSecretUntil: string | null, partner: string | null, createdAt: string, filter: { committeeId: string | null, regionCode: string | null, organizationId: string | null, kinds: Array<ActivityKind> | null, types: Array<ActivityUpdateType> | null }, notices: { nouns: Array<string> | null, types: Array<string> | null, language: MailLanguage } | null, organization: { id: string, name: string } | null }> } | null };

export type EndpointFragment = { id: string, version: number, kind: WebhookKind, address: string, label: string | null, state: WebhookEndpointState, reason: string | null, stateSince: string, failingSince: string | null, missedAt: string | null, previousSecretUntil: string | null, partner: string | null, createdAt: string, filter: { committeeId: string | null, regionCode: string | null, organizationId: string | null, kinds: Array<ActivityKind> | null, types: Array<ActivityUpdateType> | null }, notices: { nouns: Array<string> | null, types: Array<string> | null, language: MailLanguage } | null, organization: { id: string, name: string } | null };

export type PortalCreateWebhookEndpointMutationVariables = Exact<{
  input: CreateWebhookEndpointInput;
}>;


export type PortalCreateWebhookEndpointMutation = { createWebhookEndpoint: { secret: string | null, endpoint: { id: string, kind: WebhookKind } } | null };

export type RegistrationBalancePageQueryVariables = Exact<{
  place: string;
  per: RegistrationBalanceLevel;
  order: RegistrationBalanceOrder;
  after?: string | null | undefined;
}>;


export type RegistrationBalancePageQuery = { registrationBalance: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ units: number, headcount: number, region: { code: string, name: string, parent: { name: string } | null } | null }> } | null };

export type BalancePlaceQueryVariables = Exact<{
  code: string;
}>;


export type BalancePlaceQuery = { region: { code: string, name: string } | null };

export type RegistrationPartsFragment = { id: string, version: number, state: RegistrationState, headcount: number, responsible: boolean, submittedAt: string, acceptedAt: string | null, returnedAt: string | null, returnReason: string | null, endedAt: string | null, endReason: string | null, organization: { id: string, name: string } | null, community: { code: string, name: string, parent: { code: string, name: string, parent: { code: string, parent: { code: string } | null } | null } | null, committees: { nodes: Array<{ id: string, parent: { id: string, parent: { id: string } | null } | null }> } } | null };

export type PortalRegisterMutationVariables = Exact<{
  input: RegisterWithCommunityInput;
}>;


export type PortalRegisterMutation = { registerWithCommunity: { registration: { id: string } } | null };

export type RegistrationHeadcountsQueryVariables = Exact<{
  filter: RegistrationFilter;
}>;


export type RegistrationHeadcountsQuery = { registrations: { nodes: Array<{ id: string, headcounts: Array<{ on: string, headcount: number }> }> } | null };

export type PortalRecordHeadcountMutationVariables = Exact<{
  input: RecordHeadcountInput;
}>;


export type PortalRecordHeadcountMutation = { recordHeadcount: { registration: { id: string, headcount: number } } | null };

export type PortalEndRegistrationMutationVariables = Exact<{
  input: EndRegistrationInput;
}>;


export type PortalEndRegistrationMutation = { endRegistration: { registration: { id: string, state: RegistrationState } } | null };

export type RegistrationsPageQueryVariables = Exact<{
  filter: RegistrationFilter;
  after?: string | null | undefined;
}>;


export type RegistrationsPageQuery = { registrations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, state: RegistrationState, headcount: number, responsible: boolean, submittedAt: string, acceptedAt: string | null, returnedAt: string | null, returnReason: string | null, endedAt: string | null, endReason: string | null, organization: { id: string, name: string } | null, community: { code: string, name: string, parent: { code: string, name: string, parent: { code: string, parent: { code: string } | null } | null } | null, committees: { nodes: Array<{ id: string, parent: { id: string, parent: { id: string } | null } | null }> } } | null }> } | null };

export type OwnRegistrationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnRegistrationsQuery = { viewer: { organizations: Array<{ id: string, name: string, region: { code: string, level: RegionLevel } | null, registrations: { nodes: Array<{ id: string, version: number, state: RegistrationState, headcount: number, responsible: boolean, submittedAt: string, acceptedAt: string | null, returnedAt: string | null, returnReason: string | null, endedAt: string | null, endReason: string | null, organization: { id: string, name: string } | null, community: { code: string, name: string, parent: { code: string, name: string, parent: { code: string, parent: { code: string } | null } | null } | null, committees: { nodes: Array<{ id: string, parent: { id: string, parent: { id: string } | null } | null }> } } | null }> } | null }> } | null };

export type EditResourcePageQueryVariables = Exact<{
  id: string;
}>;


export type EditResourcePageQuery = { resource: { id: string, title: string, kind: ResourceKind, venueKind: VenueKind | null, functionAreas: Array<FunctionArea>, demonstration: boolean, description: string | null, capacity: number | null, unit: string | null, approval: boolean, audience: Audience, state: ResourceState, version: number, withdrawReason: string | null, venue: { address: string | null, longitude: number | null, latitude: number | null, seats: number | null, areaSquareMetres: number | null, barrierFree: boolean | null, amenities: Array<Amenity>, officePhone: string | null } | null, openingHours: Array<{ weekday: number, from: string, to: string, validFrom: string | null, validTo: string | null, note: string | null }>, bookingRules: { approval: boolean, minNoticeMinutes: number, maxAheadDays: number | null, slotMinutes: number | null, bufferMinutes: number, maxLengthMinutes: number | null, cancelBeforeMinutes: number, onHolidays: OnHolidays }, provider: { id: string, name: string, region: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null, committee: { id: string, name: string } | null } | null };

export type PortalUpdateResourceMutationVariables = Exact<{
  input: UpdateResourceInput;
}>;


export type PortalUpdateResourceMutation = { updateResource: { resource: { id: string, version: number } } | null };

export type PortalShareResourceMutationVariables = Exact<{
  input: ShareResourceInput;
}>;


export type PortalShareResourceMutation = { shareResource: { resource: { id: string } } | null };

export type UnitCommitteesQueryVariables = Exact<{
  unit: string;
}>;


export type UnitCommitteesQuery = { organization: { id: string, memberships: { nodes: Array<{ committee: { id: string, name: string } | null }> } | null } | null };

export type ResourceTermsPageQueryVariables = Exact<{
  id: string;
}>;


export type ResourceTermsPageQuery = { resource: { id: string, title: string, kind: ResourceKind, venueKind: VenueKind | null, functionAreas: Array<FunctionArea>, demonstration: boolean, description: string | null, capacity: number | null, unit: string | null, approval: boolean, audience: Audience, state: ResourceState, version: number, withdrawReason: string | null, venue: { address: string | null, longitude: number | null, latitude: number | null, seats: number | null, areaSquareMetres: number | null, barrierFree: boolean | null, amenities: Array<Amenity>, officePhone: string | null } | null, openingHours: Array<{ weekday: number, from: string, to: string, validFrom: string | null, validTo: string | null, note: string | null }>, bookingRules: { approval: boolean, minNoticeMinutes: number, maxAheadDays: number | null, slotMinutes: number | null, bufferMinutes: number, maxLengthMinutes: number | null, cancelBeforeMinutes: number, onHolidays: OnHolidays }, provider: { id: string, name: string, region: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null, committee: { id: string, name: string } | null } | null };

export type PortalSetVenueMutationVariables = Exact<{
  input: SetVenueInput;
}>;


export type PortalSetVenueMutation = { setVenue: { resource: { id: string, version: number }, bookings: Array<{ id: string, purpose: string | null, during: { start: string, end: string }, organization: { id: string, name: string } | null }> } | null };

export type ResourcePageQueryVariables = Exact<{
  id: string;
  during: TimeRangeInput;
  ahead: TimeRangeInput;
}>;


export type ResourcePageQuery = { resource: { id: string, title: string, kind: ResourceKind, venueKind: VenueKind | null, functionAreas: Array<FunctionArea>, demonstration: boolean, description: string | null, capacity: number | null, unit: string | null, approval: boolean, audience: Audience, state: ResourceState, version: number, withdrawReason: string | null, closures: Array<{ start: string, end: string, reason: string }>, closuresOfWeek: Array<{ start: string, end: string, reason: string }>, blockings: { nodes: Array<{ id: string, version: number, reason: string, during: { start: string, end: string } }> }, bookings: { nodes: Array<{ id: string, state: BookingState, quantity: number, purpose: string | null, during: { start: string, end: string }, organization: { id: string, name: string } | null }> }, free: Array<{ start: string, end: string, quantity: number }>, venue: { address: string | null, longitude: number | null, latitude: number | null, seats: number | null, areaSquareMetres: number | null, barrierFree: boolean | null, amenities: Array<Amenity>, officePhone: string | null } | null, openingHours: Array<{ weekday: number, from: string, to: string, validFrom: string | null, validTo: string | null, note: string | null }>, bookingRules: { approval: boolean, minNoticeMinutes: number, maxAheadDays: number | null, slotMinutes: number | null, bufferMinutes: number, maxLengthMinutes: number | null, cancelBeforeMinutes: number, onHolidays: OnHolidays }, provider: { id: string, name: string, region: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null, committee: { id: string, name: string } | null } | null };

export type HolidaysOfYearQueryVariables = Exact<{
  year: number;
}>;


export type HolidaysOfYearQuery = { publicHolidays: { days: Array<{ day: string, name: string, isOff: boolean }> } | null };

export type FreeTimesQueryVariables = Exact<{
  id: string;
  during: TimeRangeInput;
}>;


export type FreeTimesQuery = { resource: { id: string, closures: Array<{ start: string, end: string, reason: string }>, free: Array<{ start: string, end: string, quantity: number }>, waitingList: { nodes: Array<{ id: string, state: WaitingState, offeredUntil: string | null, during: { start: string, end: string }, organization: { id: string, name: string } | null }> } } | null };

export type ResourceOfPageFragment = { id: string, title: string, kind: ResourceKind, venueKind: VenueKind | null, functionAreas: Array<FunctionArea>, demonstration: boolean, description: string | null, capacity: number | null, unit: string | null, approval: boolean, audience: Audience, state: ResourceState, version: number, withdrawReason: string | null, venue: { address: string | null, longitude: number | null, latitude: number | null, seats: number | null, areaSquareMetres: number | null, barrierFree: boolean | null, amenities: Array<Amenity>, officePhone: string | null } | null, openingHours: Array<{ weekday: number, from: string, to: string, validFrom: string | null, validTo: string | null, note: string | null }>, bookingRules: { approval: boolean, minNoticeMinutes: number, maxAheadDays: number | null, slotMinutes: number | null, bufferMinutes: number, maxLengthMinutes: number | null, cancelBeforeMinutes: number, onHolidays: OnHolidays }, provider: { id: string, name: string, region: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel, parent: { code: string, name: string, level: RegionLevel } | null } | null } | null } | null, committee: { id: string, name: string } | null };

export type BookingOfWeekFragment = { id: string, state: BookingState, quantity: number, purpose: string | null, during: { start: string, end: string }, organization: { id: string, name: string } | null };

export type PortalBookMutationVariables = Exact<{
  input: BookResourceInput;
}>;


export type PortalBookMutation = { bookResource: { booking: { id: string, state: BookingState, version: number, during: { start: string, end: string } } } | null };

export type PortalPublishResourceMutationVariables = Exact<{
  input: PublishResourceInput;
}>;


export type PortalPublishResourceMutation = { publishResource: { resource: { id: string, state: ResourceState } } | null };

export type PortalWithdrawResourceMutationVariables = Exact<{
  input: WithdrawResourceInput;
}>;


export type PortalWithdrawResourceMutation = { withdrawResource: { resource: { id: string, state: ResourceState } } | null };

export type PortalDiscardResourceMutationVariables = Exact<{
  input: DiscardResourceInput;
}>;


export type PortalDiscardResourceMutation = { discardResource: { id: string } | null };

export type BlockingOfPageFragment = { id: string, version: number, reason: string, during: { start: string, end: string } };

export type PortalBlockResourceMutationVariables = Exact<{
  input: BlockResourceInput;
}>;


export type PortalBlockResourceMutation = { blockResource: { blocking: { id: string, version: number, reason: string, during: { start: string, end: string } }, bookings: Array<{ id: string, purpose: string | null, during: { start: string, end: string }, organization: { id: string, name: string } | null }> } | null };

export type PortalLiftBlockingMutationVariables = Exact<{
  input: LiftBlockingInput;
}>;


export type PortalLiftBlockingMutation = { liftBlocking: { blocking: { id: string, state: BlockingState } } | null };

export type PortalJoinWaitingListMutationVariables = Exact<{
  input: JoinWaitingListInput;
}>;


export type PortalJoinWaitingListMutation = { joinWaitingList: { entry: { id: string } } | null };

export type PortalBookSeriesMutationVariables = Exact<{
  input: BookSeriesInput;
}>;


export type PortalBookSeriesMutation = { bookSeries: { series: { id: string } | null, dates: Array<{ outcome: SeriesOutcome, reason: string | null, holidaysUnknown: boolean, during: { start: string, end: string } | null, booking: { id: string, state: BookingState } | null }> } | null };

export type DateOfSeriesFragment = { outcome: SeriesOutcome, reason: string | null, holidaysUnknown: boolean, during: { start: string, end: string } | null, booking: { id: string, state: BookingState } | null };

export type ResourcesPageQueryVariables = Exact<{
  filter?: ResourceFilter | null | undefined;
  orderBy?: ResourceOrder | null | undefined;
  soon: TimeRangeInput;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ResourcesPageQuery = { resources: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, kind: ResourceKind, venueKind: VenueKind | null, state: ResourceState, capacity: number | null, unit: string | null, approval: boolean, description: string | null, distanceMetres: number | null, venue: { address: string | null, seats: number | null } | null, free: Array<{ start: string, end: string, quantity: number }>, provider: { id: string, name: string, region: { code: string, name: string } | null } | null }> } | null };

export type ResourceOfListFragment = { id: string, title: string, kind: ResourceKind, venueKind: VenueKind | null, state: ResourceState, capacity: number | null, unit: string | null, approval: boolean, description: string | null, distanceMetres: number | null, venue: { address: string | null, seats: number | null } | null, free: Array<{ start: string, end: string, quantity: number }>, provider: { id: string, name: string, region: { code: string, name: string } | null } | null };

export type VenuePositionQueryVariables = Exact<{
  id: string;
}>;


export type VenuePositionQuery = { resource: { id: string, title: string, venue: { longitude: number | null, latitude: number | null } | null } | null };

export type VenuesAroundQueryVariables = Exact<{
  place: string;
}>;


export type VenuesAroundQuery = { resources: { nodes: Array<{ id: string, venue: { longitude: number | null, latitude: number | null } | null }> } | null };

export type OwnVenuesQueryVariables = Exact<{
  unit: string;
}>;


export type OwnVenuesQuery = { organization: { id: string, region: { code: string } | null, resources: { nodes: Array<{ id: string, venue: { longitude: number | null, latitude: number | null } | null }> } | null } | null };

export type RoundPageQueryVariables = Exact<{
  id: string;
}>;


export type RoundPageQuery = { collectionRound: { id: string, version: number, title: string, state: CollectionRoundState, opensOn: string, closesOn: string, committee: { id: string, name: string, parent: { id: string, parent: { id: string } | null } | null } | null } | null };

export type RoundOfPageFragment = { id: string, version: number, title: string, state: CollectionRoundState, opensOn: string, closesOn: string, committee: { id: string, name: string, parent: { id: string, parent: { id: string } | null } | null } | null };

export type AnswersOfRoundQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type AnswersOfRoundQuery = { needs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, kind: NeedKind, state: NeedState, quantity: number | null, unit: string | null, description: string | null, neededBy: string | null, organization: { id: string, name: string } | null, committee: { id: string, name: string } | null }> } | null };

export type PortalUpdateRoundMutationVariables = Exact<{
  input: UpdateCollectionRoundInput;
}>;


export type PortalUpdateRoundMutation = { updateCollectionRound: { collectionRound: { id: string } } | null };

export type PortalCloseRoundMutationVariables = Exact<{
  input: CloseCollectionRoundInput;
}>;


export type PortalCloseRoundMutation = { closeCollectionRound: { collectionRound: { id: string } } | null };

export type RoundsPageQueryVariables = Exact<{
  filter: CollectionRoundFilter;
  after?: string | null | undefined;
}>;


export type RoundsPageQuery = { collectionRounds: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, state: CollectionRoundState, opensOn: string, closesOn: string, committee: { id: string, name: string } | null }> } | null };

export type PortalOpenRoundMutationVariables = Exact<{
  input: OpenCollectionRoundInput;
}>;


export type PortalOpenRoundMutation = { openCollectionRound: { collectionRound: { id: string } } | null };

export type MailSettingsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type MailSettingsPageQuery = { mailIsSent: boolean | null, mailSettings: { address: string, mode: MailMode, language: MailLanguage, confirmedAt: string | null, codeUntil: string | null, version: number } | null };

export type PortalSetMailSettingsMutationVariables = Exact<{
  input: SetMailSettingsInput;
}>;


export type PortalSetMailSettingsMutation = { setMailSettings: { mailSettings: { version: number } } | null };

export type PortalConfirmMailAddressMutationVariables = Exact<{
  input: ConfirmMailAddressInput;
}>;


export type PortalConfirmMailAddressMutation = { confirmMailAddress: { mailSettings: { version: number } } | null };

export type PortalRemoveMailSettingsMutationVariables = Exact<{
  input: RemoveMailSettingsInput;
}>;


export type PortalRemoveMailSettingsMutation = { removeMailSettings: { id: string } | null };

export type CommitmentsOfUnitQueryVariables = Exact<{
  unit: string;
  after?: string | null | undefined;
}>;


export type CommitmentsOfUnitQuery = { agreements: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, commitments: Array<{ id: string, version: number, clause: string, fulfilled: number }> }> } | null };

export type CommitteeDayQueryVariables = Exact<{
  committee: string;
  today: string;
  soon: string;
}>;


export type CommitteeDayQuery = { overdue: { totalCount: number, nodes: Array<{ id: string, version: number, title: string, measure: string | null, deadline: string | null, committee: { id: string, name: string } | null, owner: { id: string, name: string } | null }> } | null, ending: { totalCount: number, nodes: Array<{ id: string, title: string, state: AgreementState, termFrom: string, termTo: string, committee: { id: string, name: string } | null, parties: Array<{ signedAt: string | null, organization: { id: string, name: string } | null }> }> } | null };

export type IssueOfTodayFragment = { id: string, version: number, title: string, measure: string | null, deadline: string | null, committee: { id: string, name: string } | null, owner: { id: string, name: string } | null };

export type MyNoticesQueryVariables = Exact<{
  filter?: NoticeFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type MyNoticesQuery = { notices: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, noun: string, type: string, recordId: string, title: string, occurredAt: string, read: boolean, organization: { id: string, name: string } | null, committee: { id: string, name: string } | null }> } | null };

export type MyTasksQueryVariables = Exact<{
  filter?: TaskFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type MyTasksQuery = { tasks: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: TaskKind, noun: string, recordId: string, title: string, dueAt: string | null, organization: { id: string, name: string } | null, committee: { id: string, name: string } | null }> } | null };

export type TasksEndingSoonQueryVariables = Exact<{
  filter?: TaskFilter | null | undefined;
}>;


export type TasksEndingSoonQuery = { tasks: { nodes: Array<{ id: string, kind: TaskKind, noun: string, recordId: string, title: string, dueAt: string | null, organization: { id: string, name: string } | null, committee: { id: string, name: string } | null }> } | null };

export type SeriesToDecideQueryVariables = Exact<{
  unit: string;
}>;


export type SeriesToDecideQuery = { bookings: { nodes: Array<{ id: string, series: { id: string, every: RepeatEvery, interval: number, awaiting: Array<{ id: string, version: number, during: { start: string, end: string } }> } | null }> } | null };

export type TaskOfListFragment = { id: string, kind: TaskKind, noun: string, recordId: string, title: string, dueAt: string | null, organization: { id: string, name: string } | null, committee: { id: string, name: string } | null };

export type TodayPageQueryVariables = Exact<{
  place: string;
  week: TimeRangeInput;
  from: string;
  to: string;
  isVisitor: boolean;
}>;


export type TodayPageQuery = { region: { code: string, name: string } | null, activities: { totalCount: number, nodes: Array<{ id: string, title: string, kind: ActivityKind, state: ActivityState, startsAt: string, endsAt: string, host: { id: string, name: string } | null, venue: { id: string, title: string } | null }> } | null, needs: { totalCount: number, nodes: Array<{ id: string, title: string, neededBy: string | null, state: NeedState, organization: { id: string, name: string } | null }> } | null, resources?: { totalCount: number, nodes: Array<{ id: string, title: string, provider: { id: string, name: string } | null }> } | null, report?: { communityCommittees: number, memberUnits: number | null, resources: number | null, agreements: number | null, activities: number | null, attendance: number | null } | null };

export type NeedOfTodayFragment = { id: string, title: string, neededBy: string | null, state: NeedState, organization: { id: string, name: string } | null };

export type UnitDayQueryVariables = Exact<{
  unit: string;
  ahead: TimeRangeInput;
}>;


export type UnitDayQuery = { coming: { totalCount: number, nodes: Array<{ id: string, state: BookingState, version: number, quantity: number, purpose: string | null, reason: string | null, used: boolean | null, during: { start: string, end: string }, previous: { start: string, end: string } | null, resource: { id: string, title: string, capacity: number | null, unit: string | null, approval: boolean, provider: { id: string, name: string } | null } | null, organization: { id: string, name: string } | null, blockings: Array<{ id: string, reason: string, during: { start: string, end: string } }>, rivals: Array<{ id: string, state: WaitingState, offeredUntil: string | null, quantity: number, during: { start: string, end: string }, organization: { id: string, name: string } | null }> }> } | null, offered: { totalCount: number, nodes: Array<{ id: string, title: string, state: ResourceState }> } | null, wanted: { totalCount: number, nodes: Array<{ id: string, title: string, neededBy: string | null, state: NeedState, organization: { id: string, name: string } | null }> } | null, returned: { totalCount: number, nodes: Array<{ id: string, returnReason: string | null, community: { code: string, name: string } | null }> } | null };

export type WaitingPageQueryVariables = Exact<{
  filter: WaitingFilter;
  after?: string | null | undefined;
}>;


export type WaitingPageQuery = { waitingEntries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, state: WaitingState, version: number, quantity: number, purpose: string | null, offeredUntil: string | null, ahead: number | null, during: { start: string, end: string }, resource: { id: string, title: string, capacity: number | null, unit: string | null, approval: boolean, provider: { id: string, name: string } | null } | null, booking: { id: string } | null }> } | null };

export type EntryOfListFragment = { id: string, state: WaitingState, version: number, quantity: number, purpose: string | null, offeredUntil: string | null, ahead: number | null, during: { start: string, end: string }, resource: { id: string, title: string, capacity: number | null, unit: string | null, approval: boolean, provider: { id: string, name: string } | null } | null, booking: { id: string } | null };

export type OffersOfUnitQueryVariables = Exact<{
  unit: string;
}>;


export type OffersOfUnitQuery = { waitingEntries: { nodes: Array<{ id: string, resource: { id: string, approval: boolean, provider: { id: string } | null } | null }> } | null };

export type WebhookPageQueryVariables = Exact<{
  id: string;
}>;


export type WebhookPageQuery = { webhookEndpoint: { id: string, version: number, kind: WebhookKind, address: string, label: string | null, state: WebhookEndpointState, reason: string | null, stateSince: string, failingSince: string | null, missedAt: string | null, previousSecretUntil: string | null, partner: string | null, createdAt: string, filter: { committeeId: string | null, regionCode: string | null, organizationId: string | null, kinds: Array<ActivityKind> | null, types: Array<ActivityUpdateType> | null }, notices: { nouns: Array<string> | null, types: Array<string> | null, language: MailLanguage } | null, organization: { id: string, name: string } | null } | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  id: string;
  states?: Array<WebhookDeliveryState> | WebhookDeliveryState | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookEndpoint: { id: string, deliveries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, state: WebhookDeliveryState, updateType: ActivityUpdateType | null, noticeId: string | null, createdAt: string, finishedAt: string | null, nextAttemptAt: string | null, activity: { id: string, title: string } | null, attempts: Array<{ number: number, at: string, status: number | null, durationMs: number, error: string | null }> }> } } | null };

export type DeliveryFragment = { id: string, state: WebhookDeliveryState, updateType: ActivityUpdateType | null, noticeId: string | null, createdAt: string, finishedAt: string | null, nextAttemptAt: string | null, activity: { id: string, title: string } | null, attempts: Array<{ number: number, at: string, status: number | null, durationMs: number, error: string | null }> };

export type PortalTestWebhookMutationVariables = Exact<{
  input: TestWebhookEndpointInput;
}>;


export type PortalTestWebhookMutation = { testWebhookEndpoint: { delivery: { id: string, state: WebhookDeliveryState, updateType: ActivityUpdateType | null, noticeId: string | null, createdAt: string, finishedAt: string | null, nextAttemptAt: string | null, activity: { id: string, title: string } | null, attempts: Array<{ number: number, at: string, status: number | null, durationMs: number, error: string | null }> } } | null };

export type PortalRedeliverWebhookMutationVariables = Exact<{
  input: RedeliverWebhookInput;
}>;


export type PortalRedeliverWebhookMutation = { redeliverWebhook: { delivery: { id: string } } | null };

export type PortalGiveUpWebhookDeliveryMutationVariables = Exact<{
  input: GiveUpWebhookDeliveryInput;
}>;


export type PortalGiveUpWebhookDeliveryMutation = { giveUpWebhookDelivery: { delivery: { id: string } } | null };

export type PortalUpdateWebhookEndpointMutationVariables = Exact<{
  input: UpdateWebhookEndpointInput;
}>;


export type PortalUpdateWebhookEndpointMutation = { updateWebhookEndpoint: { endpoint: { id: string } } | null };

export type PortalRotateWebhookSecretMutationVariables = Exact<{
  input: RotateWebhookSecretInput;
}>;


export type PortalRotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string | null, endpoint: { id: string } } | null };

export type PortalReplayWebhookMutationVariables = Exact<{
  input: ReplayWebhookEndpointInput;
}>;


export type PortalReplayWebhookMutation = { replayWebhookEndpoint: { endpoint: { id: string } } | null };

export type PortalEndWebhookEndpointMutationVariables = Exact<{
  input: EndWebhookEndpointInput;
}>;


export type PortalEndWebhookEndpointMutation = { endWebhookEndpoint: { endpoint: { id: string } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CommitteeOfChoiceFragmentDoc = new TypedDocumentString(`
    fragment CommitteeOfChoice on Committee {
  id
  name
  level
  region {
    code
    name
  }
}
    `, {"fragmentName":"CommitteeOfChoice"}) as unknown as TypedDocumentString<CommitteeOfChoiceFragment, unknown>;
export const VenueChoiceFragmentDoc = new TypedDocumentString(`
    fragment VenueChoice on Resource {
  id
  title
  venue {
    seats
  }
  provider {
    id
    name
  }
  free(during: $during) @include(if: $hasTime) {
    start
    end
  }
}
    `, {"fragmentName":"VenueChoice"}) as unknown as TypedDocumentString<VenueChoiceFragment, unknown>;
export const AgreementOfPageFragmentDoc = new TypedDocumentString(`
    fragment AgreementOfPage on Agreement {
  id
  version
  createdAt
  title
  termFrom
  termTo
  audience
  contentHash
  proposedAt
  activatedAt
  terminatedAt
  terminateReason
  state
  committee {
    id
    name
    themes
    parent {
      id
      parent {
        id
      }
    }
  }
  parties {
    signedAt
    organization {
      id
      name
    }
  }
  commitments {
    id
    version
    clause
    timesPerYear
    fulfilled
    organization {
      id
      name
    }
    resource {
      id
      title
    }
  }
}
    `, {"fragmentName":"AgreementOfPage"}) as unknown as TypedDocumentString<AgreementOfPageFragment, unknown>;
export const AgreementOfListFragmentDoc = new TypedDocumentString(`
    fragment AgreementOfList on Agreement {
  id
  title
  state
  termFrom
  termTo
  committee {
    id
    name
  }
  parties {
    signedAt
    organization {
      id
      name
    }
  }
}
    `, {"fragmentName":"AgreementOfList"}) as unknown as TypedDocumentString<AgreementOfListFragment, unknown>;
export const HeldTimeFragmentDoc = new TypedDocumentString(`
    fragment HeldTime on WaitingEntry {
  id
  state
  offeredUntil
  during {
    start
    end
  }
  organization {
    id
    name
  }
}
    `, {"fragmentName":"HeldTime"}) as unknown as TypedDocumentString<HeldTimeFragment, unknown>;
export const VenueOfBoardFragmentDoc = new TypedDocumentString(`
    fragment VenueOfBoard on Resource {
  id
  title
  capacity
  unit
  provider {
    id
    name
  }
  openingHours {
    weekday
    from
    to
    validFrom
    validTo
    note
  }
  bookingRules {
    minNoticeMinutes
    maxAheadDays
    onHolidays
  }
  closures(during: $during) {
    start
    end
    reason
  }
  free(during: $during, anyTime: true) {
    start
    end
    quantity
  }
  waitingList(first: 50) {
    nodes {
      ...HeldTime
    }
  }
  bookings(during: $during, first: 100) {
    nodes {
      id
      state
      during {
        start
        end
      }
      organization {
        id
        name
      }
    }
  }
}
    fragment HeldTime on WaitingEntry {
  id
  state
  offeredUntil
  during {
    start
    end
  }
  organization {
    id
    name
  }
}`, {"fragmentName":"VenueOfBoard"}) as unknown as TypedDocumentString<VenueOfBoardFragment, unknown>;
export const BookingOfListFragmentDoc = new TypedDocumentString(`
    fragment BookingOfList on Booking {
  id
  state
  version
  quantity
  purpose
  reason
  used
  during {
    start
    end
  }
  previous {
    start
    end
  }
  resource {
    id
    title
    capacity
    unit
    approval
    provider {
      id
      name
    }
  }
  organization {
    id
    name
  }
  blockings {
    id
    reason
    during {
      start
      end
    }
  }
  rivals {
    id
    state
    offeredUntil
    quantity
    during {
      start
      end
    }
    organization {
      id
      name
    }
  }
}
    `, {"fragmentName":"BookingOfList"}) as unknown as TypedDocumentString<BookingOfListFragment, unknown>;
export const AwaitingSeriesFragmentDoc = new TypedDocumentString(`
    fragment AwaitingSeries on BookingSeries {
  id
  every
  interval
  awaiting {
    id
    version
    during {
      start
      end
    }
  }
}
    `, {"fragmentName":"AwaitingSeries"}) as unknown as TypedDocumentString<AwaitingSeriesFragment, unknown>;
export const SeatPartsFragmentDoc = new TypedDocumentString(`
    fragment SeatParts on Seat {
  id
  role
  since
  until
  holderName
  endReason
  fromOrganization {
    id
    name
  }
}
    `, {"fragmentName":"SeatParts"}) as unknown as TypedDocumentString<SeatPartsFragment, unknown>;
export const TreePlaceFragmentDoc = new TypedDocumentString(`
    fragment TreePlace on Region {
  code
  name
  level
  committees(first: 2, includeBelow: false) {
    nodes {
      id
      name
      demonstration
    }
  }
  children(first: 1, levels: [CITY, DISTRICT, STREET, COMMUNITY]) {
    totalCount
  }
}
    `, {"fragmentName":"TreePlace"}) as unknown as TypedDocumentString<TreePlaceFragment, unknown>;
export const ContactCardPartsFragmentDoc = new TypedDocumentString(`
    fragment ContactCardParts on ContactCard {
  id
  version
  post
  holderName
  officePhone
  hours
  consentedAt
  organization {
    id
    name
  }
  committee {
    id
    name
    parent {
      id
      parent {
        id
      }
    }
  }
}
    `, {"fragmentName":"ContactCardParts"}) as unknown as TypedDocumentString<ContactCardPartsFragment, unknown>;
export const FiguresOfReportFragmentDoc = new TypedDocumentString(`
    fragment FiguresOfReport on Report {
  streetCommittees
  communityCommittees
  demonstrationCommittees
  grids
  residentialEstates
  estatesWithOwnersCommittee
  estatesWithPropertyCompany
  estatesWithOwnersCommitteeOnly
  memberUnits
  partTimeMembers
  registeredUnits
  registeredMembers
  teams
  venues
  resources
  needs
  agreements
  activities
  attendance
  meetings
  issuesRaised
  issuesResolved
}
    `, {"fragmentName":"FiguresOfReport"}) as unknown as TypedDocumentString<FiguresOfReportFragment, unknown>;
export const NeedOfPageFragmentDoc = new TypedDocumentString(`
    fragment NeedOfPage on Need {
  id
  version
  title
  kind
  state
  audience
  quantity
  unit
  description
  neededBy
  publishedAt
  withdrawnAt
  withdrawReason
  organization {
    id
    name
    contactCards(first: 3) {
      nodes {
        id
        post
        holderName
        officePhone
        hours
      }
    }
  }
  committee {
    id
    name
  }
  collectionRound {
    id
    title
  }
}
    `, {"fragmentName":"NeedOfPage"}) as unknown as TypedDocumentString<NeedOfPageFragment, unknown>;
export const NeedOfListFragmentDoc = new TypedDocumentString(`
    fragment NeedOfList on Need {
  id
  title
  kind
  state
  quantity
  unit
  description
  neededBy
  organization {
    id
    name
  }
  committee {
    id
    name
  }
}
    `, {"fragmentName":"NeedOfList"}) as unknown as TypedDocumentString<NeedOfListFragment, unknown>;
export const ApplicationPartsFragmentDoc = new TypedDocumentString(`
    fragment ApplicationParts on Application {
  id
  version
  state
  message
  createdAt
  settledAt
  returnReason
  committee {
    id
    name
  }
  organization {
    id
    name
    kind
  }
}
    `, {"fragmentName":"ApplicationParts"}) as unknown as TypedDocumentString<ApplicationPartsFragment, unknown>;
export const OfficeSeatFragmentDoc = new TypedDocumentString(`
    fragment OfficeSeat on Seat {
  id
  version
  role
  since
  until
  holderName
  subject
  fromOrganization {
    id
    name
  }
}
    `, {"fragmentName":"OfficeSeat"}) as unknown as TypedDocumentString<OfficeSeatFragment, unknown>;
export const CommitteesAtFragmentDoc = new TypedDocumentString(`
    fragment CommitteesAt on Region {
  code
  name
  committees(includeBelow: false, first: 5) {
    nodes {
      id
      name
      level
    }
  }
}
    `, {"fragmentName":"CommitteesAt"}) as unknown as TypedDocumentString<CommitteesAtFragment, unknown>;
export const RegionChainFragmentDoc = new TypedDocumentString(`
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
    `, {"fragmentName":"RegionChain"}) as unknown as TypedDocumentString<RegionChainFragment, unknown>;
export const PlaceChoiceFragmentDoc = new TypedDocumentString(`
    fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}
    `, {"fragmentName":"PlaceChoice"}) as unknown as TypedDocumentString<PlaceChoiceFragment, unknown>;
export const MergeSidePartsFragmentDoc = new TypedDocumentString(`
    fragment MergeSideParts on Organization {
  id
  version
  name
  kind
  creditCode
  brand
  state
  createdAt
  region {
    ...RegionChain
    ...PlaceChoice
  }
  parent {
    id
    name
  }
  memberships(first: 20) {
    nodes {
      id
      committee {
        id
        name
      }
    }
  }
  liaisons(first: 20) {
    nodes {
      id
      name
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}`, {"fragmentName":"MergeSideParts"}) as unknown as TypedDocumentString<MergeSidePartsFragment, unknown>;
export const RegionChangePartsFragmentDoc = new TypedDocumentString(`
    fragment RegionChangeParts on RegionChange {
  id
  version
  kind
  state
  effectiveOn
  name
  formerName
  reason
  callOffReason
  failReason
  region {
    name
    ...RegionChain
  }
  other {
    name
    ...RegionChain
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}`, {"fragmentName":"RegionChangeParts"}) as unknown as TypedDocumentString<RegionChangePartsFragment, unknown>;
export const CommitteeChainFragmentDoc = new TypedDocumentString(`
    fragment CommitteeChain on Committee {
  id
  name
  parent {
    id
    name
    parent {
      id
      name
    }
  }
}
    `, {"fragmentName":"CommitteeChain"}) as unknown as TypedDocumentString<CommitteeChainFragment, unknown>;
export const ServiceAreaPartsFragmentDoc = new TypedDocumentString(`
    fragment ServiceAreaParts on ServiceArea {
  id
  version
  from
  until
  organization {
    id
    name
    kind
  }
  region {
    name
    parent {
      committees(first: 3, includeBelow: false) {
        nodes {
          ...CommitteeChain
        }
      }
      parent {
        committees(first: 3, includeBelow: false) {
          nodes {
            ...CommitteeChain
          }
        }
      }
    }
    ...RegionChain
    ...PlaceChoice
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}
fragment CommitteeChain on Committee {
  id
  name
  parent {
    id
    name
    parent {
      id
      name
    }
  }
}`, {"fragmentName":"ServiceAreaParts"}) as unknown as TypedDocumentString<ServiceAreaPartsFragment, unknown>;
export const TeamPartsFragmentDoc = new TypedDocumentString(`
    fragment TeamParts on Team {
  id
  version
  name
  kind
  headcount
  specialities
  formedOn
}
    `, {"fragmentName":"TeamParts"}) as unknown as TypedDocumentString<TeamPartsFragment, unknown>;
export const UnitSeatPartsFragmentDoc = new TypedDocumentString(`
    fragment UnitSeatParts on UnitSeat {
  id
  version
  role
  since
  until
  holderName
  body {
    id
    name
    region {
      ...RegionChain
    }
  }
  fromOrganization {
    id
    name
  }
  agreement {
    id
    title
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}`, {"fragmentName":"UnitSeatParts"}) as unknown as TypedDocumentString<UnitSeatPartsFragment, unknown>;
export const EndpointFragmentDoc = new TypedDocumentString(`
    fragment Endpoint on WebhookEndpoint {
  id
  version
  kind
  address
  label
  state
  reason
  stateSince
  failingSince
  missedAt
  previousSecretUntil
  partner
  createdAt
  filter {
    committeeId
    regionCode
    organizationId
    kinds
    types
  }
  notices {
    nouns
    types
    language
  }
  organization {
    id
    name
  }
}
    `, {"fragmentName":"Endpoint"}) as unknown as TypedDocumentString<EndpointFragment, unknown>;
export const RegistrationPartsFragmentDoc = new TypedDocumentString(`
    fragment RegistrationParts on Registration {
  id
  version
  state
  headcount
  responsible
  submittedAt
  acceptedAt
  returnedAt
  returnReason
  endedAt
  endReason
  organization {
    id
    name
  }
  community {
    code
    name
    parent {
      code
      name
      parent {
        code
        parent {
          code
        }
      }
    }
    committees(first: 2, includeBelow: false) {
      nodes {
        id
        parent {
          id
          parent {
            id
          }
        }
      }
    }
  }
}
    `, {"fragmentName":"RegistrationParts"}) as unknown as TypedDocumentString<RegistrationPartsFragment, unknown>;
export const ResourceOfPageFragmentDoc = new TypedDocumentString(`
    fragment ResourceOfPage on Resource {
  id
  title
  kind
  venueKind
  functionAreas
  demonstration
  description
  capacity
  unit
  approval
  audience
  state
  version
  withdrawReason
  venue {
    address
    longitude
    latitude
    seats
    areaSquareMetres
    barrierFree
    amenities
    officePhone
  }
  openingHours {
    weekday
    from
    to
    validFrom
    validTo
    note
  }
  bookingRules {
    approval
    minNoticeMinutes
    maxAheadDays
    slotMinutes
    bufferMinutes
    maxLengthMinutes
    cancelBeforeMinutes
    onHolidays
  }
  provider {
    id
    name
    region {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
  committee {
    id
    name
  }
}
    `, {"fragmentName":"ResourceOfPage"}) as unknown as TypedDocumentString<ResourceOfPageFragment, unknown>;
export const BookingOfWeekFragmentDoc = new TypedDocumentString(`
    fragment BookingOfWeek on Booking {
  id
  state
  quantity
  during {
    start
    end
  }
  purpose
  organization {
    id
    name
  }
}
    `, {"fragmentName":"BookingOfWeek"}) as unknown as TypedDocumentString<BookingOfWeekFragment, unknown>;
export const BlockingOfPageFragmentDoc = new TypedDocumentString(`
    fragment BlockingOfPage on Blocking {
  id
  version
  reason
  during {
    start
    end
  }
}
    `, {"fragmentName":"BlockingOfPage"}) as unknown as TypedDocumentString<BlockingOfPageFragment, unknown>;
export const DateOfSeriesFragmentDoc = new TypedDocumentString(`
    fragment DateOfSeries on SeriesDate {
  during {
    start
    end
  }
  outcome
  reason
  holidaysUnknown
  booking {
    id
    state
  }
}
    `, {"fragmentName":"DateOfSeries"}) as unknown as TypedDocumentString<DateOfSeriesFragment, unknown>;
export const ResourceOfListFragmentDoc = new TypedDocumentString(`
    fragment ResourceOfList on Resource {
  id
  title
  kind
  venueKind
  state
  capacity
  unit
  approval
  description
  distanceMetres
  venue {
    address
    seats
  }
  free(during: $soon) {
    start
    end
    quantity
  }
  provider {
    id
    name
    region {
      code
      name
    }
  }
}
    `, {"fragmentName":"ResourceOfList"}) as unknown as TypedDocumentString<ResourceOfListFragment, unknown>;
export const RoundOfPageFragmentDoc = new TypedDocumentString(`
    fragment RoundOfPage on CollectionRound {
  id
  version
  title
  state
  opensOn
  closesOn
  committee {
    id
    name
    parent {
      id
      parent {
        id
      }
    }
  }
}
    `, {"fragmentName":"RoundOfPage"}) as unknown as TypedDocumentString<RoundOfPageFragment, unknown>;
export const IssueOfTodayFragmentDoc = new TypedDocumentString(`
    fragment IssueOfToday on Issue {
  id
  version
  title
  measure
  deadline
  committee {
    id
    name
  }
  owner {
    id
    name
  }
}
    `, {"fragmentName":"IssueOfToday"}) as unknown as TypedDocumentString<IssueOfTodayFragment, unknown>;
export const TaskOfListFragmentDoc = new TypedDocumentString(`
    fragment TaskOfList on Task {
  id
  kind
  noun
  recordId
  title
  dueAt
  organization {
    id
    name
  }
  committee {
    id
    name
  }
}
    `, {"fragmentName":"TaskOfList"}) as unknown as TypedDocumentString<TaskOfListFragment, unknown>;
export const NeedOfTodayFragmentDoc = new TypedDocumentString(`
    fragment NeedOfToday on Need {
  id
  title
  neededBy
  state
  organization {
    id
    name
  }
}
    `, {"fragmentName":"NeedOfToday"}) as unknown as TypedDocumentString<NeedOfTodayFragment, unknown>;
export const EntryOfListFragmentDoc = new TypedDocumentString(`
    fragment EntryOfList on WaitingEntry {
  id
  state
  version
  quantity
  purpose
  offeredUntil
  ahead
  during {
    start
    end
  }
  resource {
    id
    title
    capacity
    unit
    approval
    provider {
      id
      name
    }
  }
  booking {
    id
  }
}
    `, {"fragmentName":"EntryOfList"}) as unknown as TypedDocumentString<EntryOfListFragment, unknown>;
export const DeliveryFragmentDoc = new TypedDocumentString(`
    fragment Delivery on WebhookDelivery {
  id
  state
  updateType
  noticeId
  createdAt
  finishedAt
  nextAttemptAt
  activity {
    id
    title
  }
  attempts {
    number
    at
    status
    durationMs
    error
  }
}
    `, {"fragmentName":"Delivery"}) as unknown as TypedDocumentString<DeliveryFragment, unknown>;
export const PortalViewerDocument = new TypedDocumentString(`
    query PortalViewer {
  viewer {
    kind
    subject
    organization {
      id
      name
    }
    organizations {
      id
      name
      region {
        ...RegionChain
      }
    }
    roles {
      role
      regionCode
      committee {
        id
        name
        level
        region {
          ...RegionChain
        }
      }
      organization {
        id
        name
      }
    }
  }
  activityUpdatesSince(filter: {types: []}) {
    endPosition
  }
  noticesSince(filter: {types: []}) {
    endPosition
  }
  regions(first: 1, filter: {levels: [DISTRICT, STREET]}) {
    nodes {
      code
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}`) as unknown as TypedDocumentString<PortalViewerQuery, PortalViewerQueryVariables>;
export const OrganizationNameDocument = new TypedDocumentString(`
    query OrganizationName($id: ID!) {
  organization(id: $id) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<OrganizationNameQuery, OrganizationNameQueryVariables>;
export const CommitteeNameDocument = new TypedDocumentString(`
    query CommitteeName($id: ID!) {
  committee(id: $id) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<CommitteeNameQuery, CommitteeNameQueryVariables>;
export const PortalNoticesDocument = new TypedDocumentString(`
    subscription PortalNotices {
  noticeArrivals {
    position
    noun
    title
  }
}
    `) as unknown as TypedDocumentString<PortalNoticesSubscription, PortalNoticesSubscriptionVariables>;
export const UnreadNoticesDocument = new TypedDocumentString(`
    query UnreadNotices {
  notices(filter: {unread: true}, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<UnreadNoticesQuery, UnreadNoticesQueryVariables>;
export const PortalMarkNoticesReadDocument = new TypedDocumentString(`
    mutation PortalMarkNoticesRead($input: MarkNoticesReadInput!) {
  markNoticesRead(input: $input) {
    unread
  }
}
    `) as unknown as TypedDocumentString<PortalMarkNoticesReadMutation, PortalMarkNoticesReadMutationVariables>;
export const OwnCommitteesDocument = new TypedDocumentString(`
    query OwnCommittees {
  viewer {
    organizations {
      id
      memberships(first: 100) {
        nodes {
          committee {
            id
            name
          }
        }
      }
    }
    roles {
      role
      committee {
        id
        name
        region {
          code
          committees(first: 100) {
            nodes {
              id
              name
              parent {
                id
                parent {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnCommitteesQuery, OwnCommitteesQueryVariables>;
export const PortalUpdatesDocument = new TypedDocumentString(`
    subscription PortalUpdates {
  activityUpdates {
    position
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdatesSubscription, PortalUpdatesSubscriptionVariables>;
export const CommitteeChoicesDocument = new TypedDocumentString(`
    query CommitteeChoices($near: CommitteeFilter!, $far: CommitteeFilter!, $isFar: Boolean!) {
  near: committees(filter: $near, first: 50) {
    pageInfo {
      hasNextPage
    }
    nodes {
      ...CommitteeOfChoice
    }
  }
  far: committees(filter: $far, first: 20) @include(if: $isFar) {
    pageInfo {
      hasNextPage
    }
    nodes {
      ...CommitteeOfChoice
    }
  }
}
    fragment CommitteeOfChoice on Committee {
  id
  name
  level
  region {
    code
    name
  }
}`) as unknown as TypedDocumentString<CommitteeChoicesQuery, CommitteeChoicesQueryVariables>;
export const OrganizationChoicesDocument = new TypedDocumentString(`
    query OrganizationChoices($text: String, $regionCode: String, $kinds: [OrganizationKind!]) {
  organizations(
    filter: {text: $text, regionCode: $regionCode, kinds: $kinds}
    first: 20
  ) {
    nodes {
      id
      name
      formerNames {
        name
      }
      region {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrganizationChoicesQuery, OrganizationChoicesQueryVariables>;
export const PlaceSearchDocument = new TypedDocumentString(`
    query PlaceSearch($near: RegionFilter!, $far: RegionFilter!) {
  near: regions(filter: $near, first: 60) {
    nodes {
      ...PlaceChoice
    }
  }
  far: regions(filter: $far, first: 20) {
    nodes {
      ...PlaceChoice
    }
  }
}
    fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<PlaceSearchQuery, PlaceSearchQueryVariables>;
export const ChosenPlaceDocument = new TypedDocumentString(`
    query ChosenPlace($code: String!) {
  region(code: $code) {
    ...PlaceChoice
  }
}
    fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<ChosenPlaceQuery, ChosenPlaceQueryVariables>;
export const PlacesBelowDocument = new TypedDocumentString(`
    query PlacesBelow($code: String!) {
  region(code: $code) {
    ...PlaceChoice
    children(first: 100) {
      nodes {
        ...PlaceChoice
      }
    }
  }
}
    fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<PlacesBelowQuery, PlacesBelowQueryVariables>;
export const TopmostPlacesDocument = new TypedDocumentString(`
    query TopmostPlaces {
  regions(filter: {topmost: true}, first: 100) {
    nodes {
      ...PlaceChoice
    }
  }
}
    fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<TopmostPlacesQuery, TopmostPlacesQueryVariables>;
export const VenueChoicesDocument = new TypedDocumentString(`
    query VenueChoices($filter: ResourceFilter!, $ownFilter: ResourceFilter!, $hasOwn: Boolean!, $during: TimeRangeInput!, $hasTime: Boolean!) {
  own: resources(filter: $ownFilter, first: 20) @include(if: $hasOwn) {
    nodes {
      ...VenueChoice
    }
  }
  resources(filter: $filter, first: 20) {
    nodes {
      ...VenueChoice
    }
  }
}
    fragment VenueChoice on Resource {
  id
  title
  venue {
    seats
  }
  provider {
    id
    name
  }
  free(during: $during) @include(if: $hasTime) {
    start
    end
  }
}`) as unknown as TypedDocumentString<VenueChoicesQuery, VenueChoicesQueryVariables>;
export const UnitsOfCommitteeDocument = new TypedDocumentString(`
    query UnitsOfCommittee($committeeId: ID!, $after: String) {
  committee(id: $committeeId) {
    id
    themes
    region {
      code
    }
    organization {
      id
      name
    }
    memberUnits(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        organization {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitsOfCommitteeQuery, UnitsOfCommitteeQueryVariables>;
export const TaskDecideBookingDocument = new TypedDocumentString(`
    mutation TaskDecideBooking($input: DecideBookingInput!) {
  decideBooking(input: $input) {
    booking {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TaskDecideBookingMutation, TaskDecideBookingMutationVariables>;
export const TaskAcceptOfferDocument = new TypedDocumentString(`
    mutation TaskAcceptOffer($input: AcceptOfferInput!) {
  acceptOffer(input: $input) {
    entry {
      id
      during {
        start
        end
      }
      resource {
        id
        title
      }
      booking {
        id
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TaskAcceptOfferMutation, TaskAcceptOfferMutationVariables>;
export const TaskWithdrawWaitingDocument = new TypedDocumentString(`
    mutation TaskWithdrawWaiting($input: WithdrawWaitingInput!) {
  withdrawWaiting(input: $input) {
    entry {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TaskWithdrawWaitingMutation, TaskWithdrawWaitingMutationVariables>;
export const TaskSignAgreementDocument = new TypedDocumentString(`
    mutation TaskSignAgreement($input: SignAgreementInput!) {
  signAgreement(input: $input) {
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TaskSignAgreementMutation, TaskSignAgreementMutationVariables>;
export const TaskAcceptRegistrationDocument = new TypedDocumentString(`
    mutation TaskAcceptRegistration($input: AcceptRegistrationInput!) {
  acceptRegistration(input: $input) {
    registration {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TaskAcceptRegistrationMutation, TaskAcceptRegistrationMutationVariables>;
export const TaskReturnRegistrationDocument = new TypedDocumentString(`
    mutation TaskReturnRegistration($input: ReturnRegistrationInput!) {
  returnRegistration(input: $input) {
    registration {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TaskReturnRegistrationMutation, TaskReturnRegistrationMutationVariables>;
export const TaskResolveIssueDocument = new TypedDocumentString(`
    mutation TaskResolveIssue($input: ResolveIssueInput!) {
  resolveIssue(input: $input) {
    issue {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TaskResolveIssueMutation, TaskResolveIssueMutationVariables>;
export const TaskHoldActivityDocument = new TypedDocumentString(`
    mutation TaskHoldActivity($input: HoldActivityInput!) {
  holdActivity(input: $input) {
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TaskHoldActivityMutation, TaskHoldActivityMutationVariables>;
export const TaskAcceptApplicationDocument = new TypedDocumentString(`
    mutation TaskAcceptApplication($input: AcceptApplicationInput!) {
  acceptApplication(input: $input) {
    application {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TaskAcceptApplicationMutation, TaskAcceptApplicationMutationVariables>;
export const TaskReturnApplicationDocument = new TypedDocumentString(`
    mutation TaskReturnApplication($input: ReturnApplicationInput!) {
  returnApplication(input: $input) {
    application {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TaskReturnApplicationMutation, TaskReturnApplicationMutationVariables>;
export const PortalScheduleActivityDocument = new TypedDocumentString(`
    mutation PortalScheduleActivity($input: ScheduleActivityInput!) {
  scheduleActivity(input: $input) {
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalScheduleActivityMutation, PortalScheduleActivityMutationVariables>;
export const ActivityPageDocument = new TypedDocumentString(`
    query ActivityPage($id: ID!) {
  activity(id: $id) {
    id
    version
    title
    kind
    state
    startsAt
    endsAt
    audience
    description
    cancelReason
    attendance
    place
    theme
    createdAt
    updatedAt
    heldAt
    host {
      id
      name
    }
    committee {
      id
      name
      parent {
        id
        parent {
          id
        }
      }
    }
    venueBooking {
      id
      state
      during {
        start
        end
      }
    }
    venue {
      id
      title
      venue {
        address
      }
      provider {
        id
        name
      }
    }
    participants {
      state
      reason
      attendance
      invitedAt
      joinedAt
      endedAt
      organization {
        id
        name
      }
    }
    reschedulings {
      at
      from {
        start
        end
      }
      to {
        start
        end
      }
      reason
    }
    corrections {
      at
      fields {
        label
        before
        after
        isWithheld
      }
      reason
    }
    agendaItems {
      id
      version
      title
      detail
      position
      proposedBy {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActivityPageQuery, ActivityPageQueryVariables>;
export const PortalJoinActivityDocument = new TypedDocumentString(`
    mutation PortalJoinActivity($input: JoinActivityInput!) {
  joinActivity(input: $input) {
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalJoinActivityMutation, PortalJoinActivityMutationVariables>;
export const PortalLeaveActivityDocument = new TypedDocumentString(`
    mutation PortalLeaveActivity($input: LeaveActivityInput!) {
  leaveActivity(input: $input) {
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalLeaveActivityMutation, PortalLeaveActivityMutationVariables>;
export const PortalInviteUnitsDocument = new TypedDocumentString(`
    mutation PortalInviteUnits($input: InviteUnitsInput!) {
  inviteUnits(input: $input) {
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalInviteUnitsMutation, PortalInviteUnitsMutationVariables>;
export const PortalDeclineInvitationDocument = new TypedDocumentString(`
    mutation PortalDeclineInvitation($input: DeclineInvitationInput!) {
  declineInvitation(input: $input) {
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalDeclineInvitationMutation, PortalDeclineInvitationMutationVariables>;
export const PortalRescheduleDocument = new TypedDocumentString(`
    mutation PortalReschedule($input: RescheduleActivityInput!) {
  rescheduleActivity(input: $input) {
    activity {
      id
      startsAt
      endsAt
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRescheduleMutation, PortalRescheduleMutationVariables>;
export const PortalCancelActivityDocument = new TypedDocumentString(`
    mutation PortalCancelActivity($input: CancelActivityInput!) {
  cancelActivity(input: $input) {
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalCancelActivityMutation, PortalCancelActivityMutationVariables>;
export const PortalRecordAttendanceDocument = new TypedDocumentString(`
    mutation PortalRecordAttendance($input: RecordAttendanceInput!) {
  recordAttendance(input: $input) {
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRecordAttendanceMutation, PortalRecordAttendanceMutationVariables>;
export const PortalUpdateActivityDocument = new TypedDocumentString(`
    mutation PortalUpdateActivity($input: UpdateActivityInput!) {
  updateActivity(input: $input) {
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateActivityMutation, PortalUpdateActivityMutationVariables>;
export const PortalReopenActivityDocument = new TypedDocumentString(`
    mutation PortalReopenActivity($input: ReopenActivityInput!) {
  reopenActivity(input: $input) {
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalReopenActivityMutation, PortalReopenActivityMutationVariables>;
export const PortalPutAgendaItemDocument = new TypedDocumentString(`
    mutation PortalPutAgendaItem($input: PutAgendaItemInput!) {
  putAgendaItem(input: $input) {
    agendaItem {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalPutAgendaItemMutation, PortalPutAgendaItemMutationVariables>;
export const PortalRemoveAgendaItemDocument = new TypedDocumentString(`
    mutation PortalRemoveAgendaItem($input: RemoveAgendaItemInput!) {
  removeAgendaItem(input: $input) {
    activity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRemoveAgendaItemMutation, PortalRemoveAgendaItemMutationVariables>;
export const PortalUpdateAgendaItemDocument = new TypedDocumentString(`
    mutation PortalUpdateAgendaItem($input: UpdateAgendaItemInput!) {
  updateAgendaItem(input: $input) {
    agendaItem {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateAgendaItemMutation, PortalUpdateAgendaItemMutationVariables>;
export const ActivityIssuesDocument = new TypedDocumentString(`
    query ActivityIssues($id: ID!) {
  issues(filter: {activityId: $id}, first: 100) {
    nodes {
      id
      title
      state
      deadline
      resolvedAt
      owner {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActivityIssuesQuery, ActivityIssuesQueryVariables>;
export const RoomOutlookDocument = new TypedDocumentString(`
    query RoomOutlook($id: ID!, $during: TimeRangeInput!) {
  resource(id: $id) {
    id
    title
    approval
    provider {
      id
      name
    }
    venue {
      address
      seats
    }
    openingHours {
      weekday
      from
      to
      validFrom
      validTo
      note
    }
    bookingRules {
      approval
      minNoticeMinutes
      maxAheadDays
      slotMinutes
      bufferMinutes
      maxLengthMinutes
      cancelBeforeMinutes
      onHolidays
    }
    closures(during: $during) {
      start
      end
      reason
    }
    free(during: $during, anyTime: true) {
      start
      end
      quantity
    }
  }
}
    `) as unknown as TypedDocumentString<RoomOutlookQuery, RoomOutlookQueryVariables>;
export const ResourcesOfSideDocument = new TypedDocumentString(`
    query ResourcesOfSide($unit: ID!) {
  organization(id: $unit) {
    id
    resources(first: 100) {
      nodes {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResourcesOfSideQuery, ResourcesOfSideQueryVariables>;
export const PortalDraftAgreementDocument = new TypedDocumentString(`
    mutation PortalDraftAgreement($input: DraftAgreementInput!) {
  draftAgreement(input: $input) {
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalDraftAgreementMutation, PortalDraftAgreementMutationVariables>;
export const PortalReviseAgreementDocument = new TypedDocumentString(`
    mutation PortalReviseAgreement($input: ReviseAgreementInput!) {
  reviseAgreement(input: $input) {
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalReviseAgreementMutation, PortalReviseAgreementMutationVariables>;
export const AgreementPageDocument = new TypedDocumentString(`
    query AgreementPage($id: ID!) {
  agreement(id: $id) {
    ...AgreementOfPage
  }
}
    fragment AgreementOfPage on Agreement {
  id
  version
  createdAt
  title
  termFrom
  termTo
  audience
  contentHash
  proposedAt
  activatedAt
  terminatedAt
  terminateReason
  state
  committee {
    id
    name
    themes
    parent {
      id
      parent {
        id
      }
    }
  }
  parties {
    signedAt
    organization {
      id
      name
    }
  }
  commitments {
    id
    version
    clause
    timesPerYear
    fulfilled
    organization {
      id
      name
    }
    resource {
      id
      title
    }
  }
}`) as unknown as TypedDocumentString<AgreementPageQuery, AgreementPageQueryVariables>;
export const PortalProposeAgreementDocument = new TypedDocumentString(`
    mutation PortalProposeAgreement($input: ProposeAgreementInput!) {
  proposeAgreement(input: $input) {
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalProposeAgreementMutation, PortalProposeAgreementMutationVariables>;
export const PortalWithdrawProposalDocument = new TypedDocumentString(`
    mutation PortalWithdrawProposal($input: WithdrawProposalInput!) {
  withdrawProposal(input: $input) {
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalWithdrawProposalMutation, PortalWithdrawProposalMutationVariables>;
export const PortalTerminateAgreementDocument = new TypedDocumentString(`
    mutation PortalTerminateAgreement($input: TerminateAgreementInput!) {
  terminateAgreement(input: $input) {
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalTerminateAgreementMutation, PortalTerminateAgreementMutationVariables>;
export const PortalRecordFulfilmentDocument = new TypedDocumentString(`
    mutation PortalRecordFulfilment($input: RecordFulfilmentInput!) {
  recordFulfilment(input: $input) {
    commitment {
      id
      fulfilled
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRecordFulfilmentMutation, PortalRecordFulfilmentMutationVariables>;
export const PortalDiscardAgreementDocument = new TypedDocumentString(`
    mutation PortalDiscardAgreement($input: DiscardAgreementInput!) {
  discardAgreement(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<PortalDiscardAgreementMutation, PortalDiscardAgreementMutationVariables>;
export const AgreementsPageDocument = new TypedDocumentString(`
    query AgreementsPage($filter: AgreementFilter!, $after: String) {
  agreements(filter: $filter, first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...AgreementOfList
    }
  }
}
    fragment AgreementOfList on Agreement {
  id
  title
  state
  termFrom
  termTo
  committee {
    id
    name
  }
  parties {
    signedAt
    organization {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<AgreementsPageQuery, AgreementsPageQueryVariables>;
export const AgreementsToSignDocument = new TypedDocumentString(`
    query AgreementsToSign($unit: ID!, $after: String) {
  agreements(filter: {awaitingSignatureOf: $unit}, first: 20, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...AgreementOfList
    }
  }
}
    fragment AgreementOfList on Agreement {
  id
  title
  state
  termFrom
  termTo
  committee {
    id
    name
  }
  parties {
    signedAt
    organization {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<AgreementsToSignQuery, AgreementsToSignQueryVariables>;
export const AuditPageDocument = new TypedDocumentString(`
    query AuditPage($filter: AuditEntryFilter!, $after: String) {
  auditEntries(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      at
      action
      noun
      recordId
      subject
      requestId
      organization {
        id
        name
      }
      region {
        code
        name
      }
      details {
        name
        value
      }
      changes {
        field
        label
        before
        after
        isWithheld
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuditPageQuery, AuditPageQueryVariables>;
export const RecordCorrectionsDocument = new TypedDocumentString(`
    query RecordCorrections($record: String!, $actions: [String!]!) {
  auditEntries(filter: {recordId: $record, actions: $actions}, first: 50) {
    nodes {
      id
      at
      action
      subject
      organization {
        id
        name
      }
      changes {
        field
        label
        before
        after
        isWithheld
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecordCorrectionsQuery, RecordCorrectionsQueryVariables>;
export const ResourceOfBasketDocument = new TypedDocumentString(`
    query ResourceOfBasket($id: ID!, $during: TimeRangeInput!) {
  resource(id: $id) {
    ...ResourceOfPage
    closures(during: $during) {
      start
      end
      reason
    }
    free(during: $during, anyTime: true) {
      start
      end
      quantity
    }
  }
}
    fragment ResourceOfPage on Resource {
  id
  title
  kind
  venueKind
  functionAreas
  demonstration
  description
  capacity
  unit
  approval
  audience
  state
  version
  withdrawReason
  venue {
    address
    longitude
    latitude
    seats
    areaSquareMetres
    barrierFree
    amenities
    officePhone
  }
  openingHours {
    weekday
    from
    to
    validFrom
    validTo
    note
  }
  bookingRules {
    approval
    minNoticeMinutes
    maxAheadDays
    slotMinutes
    bufferMinutes
    maxLengthMinutes
    cancelBeforeMinutes
    onHolidays
  }
  provider {
    id
    name
    region {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
  committee {
    id
    name
  }
}`) as unknown as TypedDocumentString<ResourceOfBasketQuery, ResourceOfBasketQueryVariables>;
export const PortalBookBasketDocument = new TypedDocumentString(`
    mutation PortalBookBasket($input: BookBasketInput!) {
  bookBasket(input: $input) {
    bookings {
      id
      state
      during {
        start
        end
      }
      resource {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortalBookBasketMutation, PortalBookBasketMutationVariables>;
export const BoardPageDocument = new TypedDocumentString(`
    query BoardPage($place: String!, $during: TimeRangeInput!, $after: String) {
  resources(
    filter: {regionCode: $place, kinds: [VENUE]}
    first: 20
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...VenueOfBoard
    }
  }
}
    fragment VenueOfBoard on Resource {
  id
  title
  capacity
  unit
  provider {
    id
    name
  }
  openingHours {
    weekday
    from
    to
    validFrom
    validTo
    note
  }
  bookingRules {
    minNoticeMinutes
    maxAheadDays
    onHolidays
  }
  closures(during: $during) {
    start
    end
    reason
  }
  free(during: $during, anyTime: true) {
    start
    end
    quantity
  }
  waitingList(first: 50) {
    nodes {
      ...HeldTime
    }
  }
  bookings(during: $during, first: 100) {
    nodes {
      id
      state
      during {
        start
        end
      }
      organization {
        id
        name
      }
    }
  }
}
fragment HeldTime on WaitingEntry {
  id
  state
  offeredUntil
  during {
    start
    end
  }
  organization {
    id
    name
  }
}`) as unknown as TypedDocumentString<BoardPageQuery, BoardPageQueryVariables>;
export const BookingPageDocument = new TypedDocumentString(`
    query BookingPage($id: ID!) {
  booking(id: $id) {
    ...BookingOfList
    resource {
      id
      venue {
        address
        officePhone
      }
    }
    series {
      id
      version
      every
      interval
      answerBy
    }
  }
}
    fragment BookingOfList on Booking {
  id
  state
  version
  quantity
  purpose
  reason
  used
  during {
    start
    end
  }
  previous {
    start
    end
  }
  resource {
    id
    title
    capacity
    unit
    approval
    provider {
      id
      name
    }
  }
  organization {
    id
    name
  }
  blockings {
    id
    reason
    during {
      start
      end
    }
  }
  rivals {
    id
    state
    offeredUntil
    quantity
    during {
      start
      end
    }
    organization {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<BookingPageQuery, BookingPageQueryVariables>;
export const SeriesOfBookingDocument = new TypedDocumentString(`
    query SeriesOfBooking($id: ID!, $after: String) {
  booking(id: $id) {
    id
    series {
      id
      bookings(first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          state
          during {
            start
            end
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeriesOfBookingQuery, SeriesOfBookingQueryVariables>;
export const PortalChangeBookingDocument = new TypedDocumentString(`
    mutation PortalChangeBooking($input: ChangeBookingInput!) {
  changeBooking(input: $input) {
    booking {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<PortalChangeBookingMutation, PortalChangeBookingMutationVariables>;
export const PortalChangeSeriesDocument = new TypedDocumentString(`
    mutation PortalChangeSeries($input: ChangeSeriesInput!) {
  changeSeries(input: $input) {
    series {
      id
    }
    dates {
      ...DateOfSeries
    }
  }
}
    fragment DateOfSeries on SeriesDate {
  during {
    start
    end
  }
  outcome
  reason
  holidaysUnknown
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<PortalChangeSeriesMutation, PortalChangeSeriesMutationVariables>;
export const PortalCancelSeriesDocument = new TypedDocumentString(`
    mutation PortalCancelSeries($input: CancelSeriesInput!) {
  cancelSeries(input: $input) {
    cancelled {
      id
    }
    skipped {
      ...DateOfSeries
    }
  }
}
    fragment DateOfSeries on SeriesDate {
  during {
    start
    end
  }
  outcome
  reason
  holidaysUnknown
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<PortalCancelSeriesMutation, PortalCancelSeriesMutationVariables>;
export const PortalKeepSeriesDocument = new TypedDocumentString(`
    mutation PortalKeepSeries($input: KeepSeriesInput!) {
  keepSeries(input: $input) {
    series {
      id
      answerBy
    }
  }
}
    `) as unknown as TypedDocumentString<PortalKeepSeriesMutation, PortalKeepSeriesMutationVariables>;
export const BookingsPageDocument = new TypedDocumentString(`
    query BookingsPage($filter: BookingFilter!, $orderBy: BookingOrder!, $after: String) {
  bookings(filter: $filter, orderBy: $orderBy, first: 30, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...BookingOfList
      series {
        ...AwaitingSeries
      }
    }
  }
}
    fragment BookingOfList on Booking {
  id
  state
  version
  quantity
  purpose
  reason
  used
  during {
    start
    end
  }
  previous {
    start
    end
  }
  resource {
    id
    title
    capacity
    unit
    approval
    provider {
      id
      name
    }
  }
  organization {
    id
    name
  }
  blockings {
    id
    reason
    during {
      start
      end
    }
  }
  rivals {
    id
    state
    offeredUntil
    quantity
    during {
      start
      end
    }
    organization {
      id
      name
    }
  }
}
fragment AwaitingSeries on BookingSeries {
  id
  every
  interval
  awaiting {
    id
    version
    during {
      start
      end
    }
  }
}`) as unknown as TypedDocumentString<BookingsPageQuery, BookingsPageQueryVariables>;
export const BookingsWaitingDocument = new TypedDocumentString(`
    query BookingsWaiting($unit: ID!) {
  bookings(filter: {providerId: $unit, states: [REQUESTED]}, first: 1) {
    totalCount
  }
  waitingEntries(
    filter: {organizationId: $unit, states: [WAITING, OFFERED]}
    first: 1
  ) {
    totalCount
  }
  offers: waitingEntries(
    filter: {organizationId: $unit, states: [OFFERED]}
    first: 1
  ) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<BookingsWaitingQuery, BookingsWaitingQueryVariables>;
export const BlockedDatesDocument = new TypedDocumentString(`
    query BlockedDates($id: ID!) {
  booking(id: $id) {
    id
    series {
      id
      awaiting {
        id
        blockings {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BlockedDatesQuery, BlockedDatesQueryVariables>;
export const PortalCancelBookingDocument = new TypedDocumentString(`
    mutation PortalCancelBooking($input: CancelBookingInput!) {
  cancelBooking(input: $input) {
    booking {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<PortalCancelBookingMutation, PortalCancelBookingMutationVariables>;
export const PortalCompleteBookingDocument = new TypedDocumentString(`
    mutation PortalCompleteBooking($input: CompleteBookingInput!) {
  completeBooking(input: $input) {
    booking {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<PortalCompleteBookingMutation, PortalCompleteBookingMutationVariables>;
export const PortalDecideBookingsDocument = new TypedDocumentString(`
    mutation PortalDecideBookings($input: DecideBookingsInput!) {
  decideBookings(input: $input) {
    bookings {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<PortalDecideBookingsMutation, PortalDecideBookingsMutationVariables>;
export const PortalRecordUseDocument = new TypedDocumentString(`
    mutation PortalRecordUse($input: RecordUseInput!) {
  recordUse(input: $input) {
    booking {
      id
      state
      used
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRecordUseMutation, PortalRecordUseMutationVariables>;
export const CalendarAddressesDocument = new TypedDocumentString(`
    query CalendarAddresses($organizationId: ID, $committeeId: ID) {
  calendarFeeds(organizationId: $organizationId, committeeId: $committeeId) {
    id
    label
    createdAt
    partner
  }
}
    `) as unknown as TypedDocumentString<CalendarAddressesQuery, CalendarAddressesQueryVariables>;
export const PortalCreateCalendarFeedDocument = new TypedDocumentString(`
    mutation PortalCreateCalendarFeed($input: CreateCalendarFeedInput!) {
  createCalendarFeed(input: $input) {
    calendarFeed {
      id
    }
    path
  }
}
    `) as unknown as TypedDocumentString<PortalCreateCalendarFeedMutation, PortalCreateCalendarFeedMutationVariables>;
export const PortalRevokeCalendarFeedDocument = new TypedDocumentString(`
    mutation PortalRevokeCalendarFeed($input: RevokeCalendarFeedInput!) {
  revokeCalendarFeed(input: $input) {
    calendarFeed {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRevokeCalendarFeedMutation, PortalRevokeCalendarFeedMutationVariables>;
export const CalendarPageDocument = new TypedDocumentString(`
    query CalendarPage($filter: ActivityFilter!, $after: String) {
  activities(filter: $filter, first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      title
      kind
      state
      startsAt
      endsAt
      host {
        id
        name
      }
      committee {
        id
        name
      }
      venue {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarPageQuery, CalendarPageQueryVariables>;
export const CalendarUnitDocument = new TypedDocumentString(`
    query CalendarUnit($id: ID!) {
  organization(id: $id) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<CalendarUnitQuery, CalendarUnitQueryVariables>;
export const CommitteePageDocument = new TypedDocumentString(`
    query CommitteePage($id: ID!, $coming: TimeRangeInput!) {
  committee(id: $id) {
    id
    version
    name
    level
    kind
    demonstration
    themes
    formerNames {
      name
      until
    }
    establishedOn
    region {
      ...PlaceChoice
      ...RegionChain
    }
    organization {
      id
      name
      brand
    }
    parent {
      id
      name
      parent {
        id
        name
      }
    }
    children(first: 50) {
      totalCount
      nodes {
        id
        name
        demonstration
      }
    }
    memberUnits(first: 1) {
      totalCount
    }
    currentTerm {
      id
      number
      startsOn
      endsOn
    }
    handovers(first: 20) {
      nodes {
        id
        version
        state
        from
        until
        note
        seat {
          id
          holderName
          subject
        }
        bySeat {
          id
          holderName
        }
      }
    }
    terms(first: 20) {
      nodes {
        id
        number
        startsOn
        endsOn
        state
      }
    }
    seats(first: 100) {
      totalCount
      nodes {
        ...SeatParts
      }
    }
    calendar(during: $coming) {
      id
      title
      kind
      state
      startsAt
      endsAt
      host {
        id
        name
      }
      venue {
        id
        title
      }
    }
    resources(first: 5) {
      totalCount
      nodes {
        id
        title
        kind
        provider {
          id
          name
        }
      }
    }
    needs(first: 5) {
      totalCount
      nodes {
        id
        title
        kind
        neededBy
        organization {
          id
          name
        }
      }
    }
    agreements(first: 10) {
      totalCount
      nodes {
        ...AgreementOfList
      }
    }
    issues(orderBy: DEADLINE_ASCENDING, first: 10) {
      totalCount
      nodes {
        id
        title
        state
        deadline
        owner {
          id
          name
        }
      }
    }
    contactCards(first: 50) {
      totalCount
      nodes {
        ...ContactCardParts
      }
    }
    teams(first: 50) {
      totalCount
      nodes {
        ...TeamParts
      }
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}
fragment AgreementOfList on Agreement {
  id
  title
  state
  termFrom
  termTo
  committee {
    id
    name
  }
  parties {
    signedAt
    organization {
      id
      name
    }
  }
}
fragment SeatParts on Seat {
  id
  role
  since
  until
  holderName
  endReason
  fromOrganization {
    id
    name
  }
}
fragment ContactCardParts on ContactCard {
  id
  version
  post
  holderName
  officePhone
  hours
  consentedAt
  organization {
    id
    name
  }
  committee {
    id
    name
    parent {
      id
      parent {
        id
      }
    }
  }
}
fragment TeamParts on Team {
  id
  version
  name
  kind
  headcount
  specialities
  formedOn
}`) as unknown as TypedDocumentString<CommitteePageQuery, CommitteePageQueryVariables>;
export const CommitteeUnitsDocument = new TypedDocumentString(`
    query CommitteeUnits($id: ID!, $after: String) {
  committee(id: $id) {
    id
    memberUnits(first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        joinedOn
        organization {
          id
          name
          kind
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CommitteeUnitsQuery, CommitteeUnitsQueryVariables>;
export const TermSeatsDocument = new TypedDocumentString(`
    query TermSeats($id: ID!) {
  committee(id: $id) {
    id
    terms(first: 20) {
      nodes {
        id
        seats(first: 100) {
          totalCount
          nodes {
            ...SeatParts
          }
        }
      }
    }
  }
}
    fragment SeatParts on Seat {
  id
  role
  since
  until
  holderName
  endReason
  fromOrganization {
    id
    name
  }
}`) as unknown as TypedDocumentString<TermSeatsQuery, TermSeatsQueryVariables>;
export const OwnUnitsAndCommitteesDocument = new TypedDocumentString(`
    query OwnUnitsAndCommittees {
  viewer {
    organizations {
      id
      name
      memberships(first: 100) {
        nodes {
          id
          committee {
            id
          }
        }
      }
      applications(first: 20, states: [SUBMITTED]) {
        nodes {
          ...ApplicationParts
        }
      }
    }
  }
}
    fragment ApplicationParts on Application {
  id
  version
  state
  message
  createdAt
  settledAt
  returnReason
  committee {
    id
    name
  }
  organization {
    id
    name
    kind
  }
}`) as unknown as TypedDocumentString<OwnUnitsAndCommitteesQuery, OwnUnitsAndCommitteesQueryVariables>;
export const PortalApplyToCommitteeDocument = new TypedDocumentString(`
    mutation PortalApplyToCommittee($input: ApplyToCommitteeInput!) {
  applyToCommittee(input: $input) {
    application {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalApplyToCommitteeMutation, PortalApplyToCommitteeMutationVariables>;
export const CommitteeTreeDocument = new TypedDocumentString(`
    query CommitteeTree {
  regions(filter: {topmost: true}, first: 100) {
    nodes {
      ...TreePlace
    }
  }
}
    fragment TreePlace on Region {
  code
  name
  level
  committees(first: 2, includeBelow: false) {
    nodes {
      id
      name
      demonstration
    }
  }
  children(first: 1, levels: [CITY, DISTRICT, STREET, COMMUNITY]) {
    totalCount
  }
}`) as unknown as TypedDocumentString<CommitteeTreeQuery, CommitteeTreeQueryVariables>;
export const CommitteeTreeBelowDocument = new TypedDocumentString(`
    query CommitteeTreeBelow($code: String!, $after: String) {
  region(code: $code) {
    code
    children(first: 50, after: $after, levels: [CITY, DISTRICT, STREET, COMMUNITY]) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...TreePlace
      }
    }
  }
}
    fragment TreePlace on Region {
  code
  name
  level
  committees(first: 2, includeBelow: false) {
    nodes {
      id
      name
      demonstration
    }
  }
  children(first: 1, levels: [CITY, DISTRICT, STREET, COMMUNITY]) {
    totalCount
  }
}`) as unknown as TypedDocumentString<CommitteeTreeBelowQuery, CommitteeTreeBelowQueryVariables>;
export const CommitteeTreePathDocument = new TypedDocumentString(`
    query CommitteeTreePath($code: String!) {
  region(code: $code) {
    ...RegionChain
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}`) as unknown as TypedDocumentString<CommitteeTreePathQuery, CommitteeTreePathQueryVariables>;
export const CommitteesFoundDocument = new TypedDocumentString(`
    query CommitteesFound($filter: CommitteeFilter!, $after: String) {
  committees(filter: $filter, first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      level
      demonstration
      parent {
        id
        name
      }
      memberUnits(first: 1) {
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CommitteesFoundQuery, CommitteesFoundQueryVariables>;
export const CommitteesOfViewerDocument = new TypedDocumentString(`
    query CommitteesOfViewer {
  viewer {
    organizations {
      id
      name
      memberships(first: 20) {
        nodes {
          id
          committee {
            id
            name
            level
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CommitteesOfViewerQuery, CommitteesOfViewerQueryVariables>;
export const PortalMakeContactCardDocument = new TypedDocumentString(`
    mutation PortalMakeContactCard($input: MakeContactCardInput!) {
  makeContactCard(input: $input) {
    contactCard {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalMakeContactCardMutation, PortalMakeContactCardMutationVariables>;
export const PortalUpdateContactCardDocument = new TypedDocumentString(`
    mutation PortalUpdateContactCard($input: UpdateContactCardInput!) {
  updateContactCard(input: $input) {
    contactCard {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateContactCardMutation, PortalUpdateContactCardMutationVariables>;
export const PortalWithdrawContactCardDocument = new TypedDocumentString(`
    mutation PortalWithdrawContactCard($input: WithdrawContactCardInput!) {
  withdrawContactCard(input: $input) {
    contactCard {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalWithdrawContactCardMutation, PortalWithdrawContactCardMutationVariables>;
export const ContactCardsPageDocument = new TypedDocumentString(`
    query ContactCardsPage($regionCode: String, $text: String, $organizationId: ID, $committeeId: ID, $after: String) {
  contactCards(
    regionCode: $regionCode
    text: $text
    organizationId: $organizationId
    committeeId: $committeeId
    first: 20
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ContactCardParts
    }
  }
}
    fragment ContactCardParts on ContactCard {
  id
  version
  post
  holderName
  officePhone
  hours
  consentedAt
  organization {
    id
    name
  }
  committee {
    id
    name
    parent {
      id
      parent {
        id
      }
    }
  }
}`) as unknown as TypedDocumentString<ContactCardsPageQuery, ContactCardsPageQueryVariables>;
export const ContactCardOwnerDocument = new TypedDocumentString(`
    query ContactCardOwner($unit: ID!, $committee: ID!, $isOfUnit: Boolean!, $isOfCommittee: Boolean!) {
  organization(id: $unit) @include(if: $isOfUnit) {
    id
    name
  }
  committee(id: $committee) @include(if: $isOfCommittee) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ContactCardOwnerQuery, ContactCardOwnerQueryVariables>;
export const FiguresPageDocument = new TypedDocumentString(`
    query FiguresPage($place: String!, $from: Date!, $to: Date!, $by: ReportPeriod!) {
  report(regionCode: $place, from: $from, to: $to) {
    ...FiguresOfReport
    region {
      code
      name
    }
    resourcesByKind {
      kind
      count
    }
    activitiesByKind {
      kind
      count
    }
    periods(by: $by) {
      from
      to
      activities
      meetings
      attendance
      issuesRaised
      issuesResolved
      needs
      agreements
    }
    below {
      region {
        code
        name
      }
      memberUnits
      resources
      activities
      attendance
    }
  }
}
    fragment FiguresOfReport on Report {
  streetCommittees
  communityCommittees
  demonstrationCommittees
  grids
  residentialEstates
  estatesWithOwnersCommittee
  estatesWithPropertyCompany
  estatesWithOwnersCommitteeOnly
  memberUnits
  partTimeMembers
  registeredUnits
  registeredMembers
  teams
  venues
  resources
  needs
  agreements
  activities
  attendance
  meetings
  issuesRaised
  issuesResolved
}`) as unknown as TypedDocumentString<FiguresPageQuery, FiguresPageQueryVariables>;
export const PortalRaiseIssueDocument = new TypedDocumentString(`
    mutation PortalRaiseIssue($input: RaiseIssueInput!) {
  raiseIssue(input: $input) {
    issue {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRaiseIssueMutation, PortalRaiseIssueMutationVariables>;
export const IssueOccasionDocument = new TypedDocumentString(`
    query IssueOccasion($id: ID!) {
  activity(id: $id) {
    id
    title
    startsAt
    committee {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<IssueOccasionQuery, IssueOccasionQueryVariables>;
export const IssuePageDocument = new TypedDocumentString(`
    query IssuePage($id: ID!) {
  issue(id: $id) {
    id
    version
    title
    measure
    deadline
    state
    raisedAt
    resolvedAt
    outcome
    audience
    committee {
      id
      name
      parent {
        id
        parent {
          id
        }
      }
    }
    owner {
      id
      name
    }
    activity {
      id
      title
      startsAt
    }
  }
}
    `) as unknown as TypedDocumentString<IssuePageQuery, IssuePageQueryVariables>;
export const PortalUpdateIssueDocument = new TypedDocumentString(`
    mutation PortalUpdateIssue($input: UpdateIssueInput!) {
  updateIssue(input: $input) {
    issue {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateIssueMutation, PortalUpdateIssueMutationVariables>;
export const PortalReopenIssueDocument = new TypedDocumentString(`
    mutation PortalReopenIssue($input: ReopenIssueInput!) {
  reopenIssue(input: $input) {
    issue {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalReopenIssueMutation, PortalReopenIssueMutationVariables>;
export const IssuesPageDocument = new TypedDocumentString(`
    query IssuesPage($filter: IssueFilter!, $orderBy: IssueOrder!, $after: String) {
  issues(filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      title
      state
      deadline
      resolvedAt
      owner {
        id
        name
      }
      committee {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IssuesPageQuery, IssuesPageQueryVariables>;
export const IssueOwnerDocument = new TypedDocumentString(`
    query IssueOwner($id: ID!) {
  organization(id: $id) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<IssueOwnerQuery, IssueOwnerQueryVariables>;
export const MeetingsPageDocument = new TypedDocumentString(`
    query MeetingsPage($filter: ActivityFilter!, $after: String) {
  activities(filter: $filter, first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      title
      state
      startsAt
      endsAt
      attendance
      committee {
        id
        name
      }
      venue {
        id
        title
      }
      agendaItems {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingsPageQuery, MeetingsPageQueryVariables>;
export const PortalPostNeedDocument = new TypedDocumentString(`
    mutation PortalPostNeed($input: PostNeedInput!) {
  postNeed(input: $input) {
    need {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalPostNeedMutation, PortalPostNeedMutationVariables>;
export const PortalUpdateNeedDocument = new TypedDocumentString(`
    mutation PortalUpdateNeed($input: UpdateNeedInput!) {
  updateNeed(input: $input) {
    need {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateNeedMutation, PortalUpdateNeedMutationVariables>;
export const OpenRoundsDocument = new TypedDocumentString(`
    query OpenRounds($committee: ID!) {
  collectionRounds(filter: {committeeId: $committee, states: [OPEN]}, first: 100) {
    nodes {
      id
      title
      opensOn
      closesOn
    }
  }
}
    `) as unknown as TypedDocumentString<OpenRoundsQuery, OpenRoundsQueryVariables>;
export const NeedPageDocument = new TypedDocumentString(`
    query NeedPage($id: ID!) {
  need(id: $id) {
    ...NeedOfPage
  }
}
    fragment NeedOfPage on Need {
  id
  version
  title
  kind
  state
  audience
  quantity
  unit
  description
  neededBy
  publishedAt
  withdrawnAt
  withdrawReason
  organization {
    id
    name
    contactCards(first: 3) {
      nodes {
        id
        post
        holderName
        officePhone
        hours
      }
    }
  }
  committee {
    id
    name
  }
  collectionRound {
    id
    title
  }
}`) as unknown as TypedDocumentString<NeedPageQuery, NeedPageQueryVariables>;
export const PortalPublishNeedDocument = new TypedDocumentString(`
    mutation PortalPublishNeed($input: PublishNeedInput!) {
  publishNeed(input: $input) {
    need {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalPublishNeedMutation, PortalPublishNeedMutationVariables>;
export const PortalWithdrawNeedDocument = new TypedDocumentString(`
    mutation PortalWithdrawNeed($input: WithdrawNeedInput!) {
  withdrawNeed(input: $input) {
    need {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalWithdrawNeedMutation, PortalWithdrawNeedMutationVariables>;
export const PortalDiscardNeedDocument = new TypedDocumentString(`
    mutation PortalDiscardNeed($input: DiscardNeedInput!) {
  discardNeed(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<PortalDiscardNeedMutation, PortalDiscardNeedMutationVariables>;
export const NeedsPageDocument = new TypedDocumentString(`
    query NeedsPage($filter: NeedFilter!, $after: String) {
  needs(filter: $filter, first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...NeedOfList
    }
  }
}
    fragment NeedOfList on Need {
  id
  title
  kind
  state
  quantity
  unit
  description
  neededBy
  organization {
    id
    name
  }
  committee {
    id
    name
  }
}`) as unknown as TypedDocumentString<NeedsPageQuery, NeedsPageQueryVariables>;
export const OfficeAppointmentsDocument = new TypedDocumentString(`
    query OfficeAppointments($filter: AppointmentFilter!, $after: String) {
  appointments(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      version
      subject
      role
      createdAt
      region {
        name
        ...RegionChain
      }
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}`) as unknown as TypedDocumentString<OfficeAppointmentsQuery, OfficeAppointmentsQueryVariables>;
export const PortalAppointDocument = new TypedDocumentString(`
    mutation PortalAppoint($input: AppointInput!) {
  appoint(input: $input) {
    appointment {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalAppointMutation, PortalAppointMutationVariables>;
export const PortalEndAppointmentDocument = new TypedDocumentString(`
    mutation PortalEndAppointment($input: EndAppointmentInput!) {
  endAppointment(input: $input) {
    appointment {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEndAppointmentMutation, PortalEndAppointmentMutationVariables>;
export const OfficeApplicationsDocument = new TypedDocumentString(`
    query OfficeApplications($id: ID!, $states: [ApplicationState!], $after: String) {
  committee(id: $id) {
    id
    applications(first: 30, after: $after, states: $states) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ApplicationParts
      }
    }
  }
}
    fragment ApplicationParts on Application {
  id
  version
  state
  message
  createdAt
  settledAt
  returnReason
  committee {
    id
    name
  }
  organization {
    id
    name
    kind
  }
}`) as unknown as TypedDocumentString<OfficeApplicationsQuery, OfficeApplicationsQueryVariables>;
export const PortalWithdrawApplicationDocument = new TypedDocumentString(`
    mutation PortalWithdrawApplication($input: WithdrawApplicationInput!) {
  withdrawApplication(input: $input) {
    application {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalWithdrawApplicationMutation, PortalWithdrawApplicationMutationVariables>;
export const OfficeCommitteeDocument = new TypedDocumentString(`
    query OfficeCommittee($id: ID!) {
  committee(id: $id) {
    ...CommitteeChain
    version
    level
    kind
    demonstration
    themes
    formerNames {
      name
      until
    }
    establishedOn
    applications(first: 1, states: [SUBMITTED]) {
      totalCount
    }
    region {
      ...RegionChain
      name
    }
    organization {
      id
      name
    }
    currentTerm {
      id
      number
      startsOn
      endsOn
    }
    terms(first: 50) {
      nodes {
        id
        number
        startsOn
        endsOn
        state
      }
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment CommitteeChain on Committee {
  id
  name
  parent {
    id
    name
    parent {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<OfficeCommitteeQuery, OfficeCommitteeQueryVariables>;
export const OfficeSeatsDocument = new TypedDocumentString(`
    query OfficeSeats($id: ID!, $after: String) {
  committee(id: $id) {
    id
    seats(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...OfficeSeat
      }
    }
  }
}
    fragment OfficeSeat on Seat {
  id
  version
  role
  since
  until
  holderName
  subject
  fromOrganization {
    id
    name
  }
}`) as unknown as TypedDocumentString<OfficeSeatsQuery, OfficeSeatsQueryVariables>;
export const OfficeMemberUnitsDocument = new TypedDocumentString(`
    query OfficeMemberUnits($id: ID!, $after: String) {
  committee(id: $id) {
    id
    memberUnits(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        joinedOn
        leavesOn
        organization {
          id
          name
          kind
          liaisons(first: 3) {
            nodes {
              id
              name
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OfficeMemberUnitsQuery, OfficeMemberUnitsQueryVariables>;
export const SeatUnitsDocument = new TypedDocumentString(`
    query SeatUnits($id: ID!) {
  committee(id: $id) {
    id
    organization {
      id
      name
    }
    memberUnits(first: 100) {
      nodes {
        id
        organization {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeatUnitsQuery, SeatUnitsQueryVariables>;
export const PortalStartTermDocument = new TypedDocumentString(`
    mutation PortalStartTerm($input: StartTermInput!) {
  startTerm(input: $input) {
    term {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalStartTermMutation, PortalStartTermMutationVariables>;
export const PortalAppointSeatDocument = new TypedDocumentString(`
    mutation PortalAppointSeat($input: AppointSeatInput!) {
  appointSeat(input: $input) {
    seat {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalAppointSeatMutation, PortalAppointSeatMutationVariables>;
export const PortalUpdateSeatDocument = new TypedDocumentString(`
    mutation PortalUpdateSeat($input: UpdateSeatInput!) {
  updateSeat(input: $input) {
    seat {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateSeatMutation, PortalUpdateSeatMutationVariables>;
export const PortalEndSeatDocument = new TypedDocumentString(`
    mutation PortalEndSeat($input: EndSeatInput!) {
  endSeat(input: $input) {
    seat {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEndSeatMutation, PortalEndSeatMutationVariables>;
export const PortalJoinCommitteeDocument = new TypedDocumentString(`
    mutation PortalJoinCommittee($input: JoinCommitteeInput!) {
  joinCommittee(input: $input) {
    membership {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalJoinCommitteeMutation, PortalJoinCommitteeMutationVariables>;
export const OfficeHandoversDocument = new TypedDocumentString(`
    query OfficeHandovers($id: ID!, $after: String) {
  committee(id: $id) {
    id
    handovers(first: 30, after: $after, includeEnded: true) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        state
        from
        until
        note
        endedAt
        endReason
        seat {
          id
          holderName
          subject
        }
        bySeat {
          id
          holderName
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OfficeHandoversQuery, OfficeHandoversQueryVariables>;
export const PortalHandOverDocument = new TypedDocumentString(`
    mutation PortalHandOver($input: HandOverInput!) {
  handOver(input: $input) {
    handover {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalHandOverMutation, PortalHandOverMutationVariables>;
export const PortalEndHandoverDocument = new TypedDocumentString(`
    mutation PortalEndHandover($input: EndHandoverInput!) {
  endHandover(input: $input) {
    handover {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEndHandoverMutation, PortalEndHandoverMutationVariables>;
export const PortalUpdateCommitteeDocument = new TypedDocumentString(`
    mutation PortalUpdateCommittee($input: UpdateCommitteeInput!) {
  updateCommittee(input: $input) {
    committee {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateCommitteeMutation, PortalUpdateCommitteeMutationVariables>;
export const OfficeTermsDocument = new TypedDocumentString(`
    query OfficeTerms($id: ID!) {
  committee(id: $id) {
    id
    seats(first: 100) {
      nodes {
        ...OfficeSeat
      }
    }
    terms(first: 1, states: [PLANNED]) {
      nodes {
        id
        version
        number
        startsOn
        endsOn
        seats(first: 100) {
          nodes {
            ...OfficeSeat
          }
        }
      }
    }
  }
}
    fragment OfficeSeat on Seat {
  id
  version
  role
  since
  until
  holderName
  subject
  fromOrganization {
    id
    name
  }
}`) as unknown as TypedDocumentString<OfficeTermsQuery, OfficeTermsQueryVariables>;
export const PortalPlanTermDocument = new TypedDocumentString(`
    mutation PortalPlanTerm($input: PlanTermInput!) {
  planTerm(input: $input) {
    term {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalPlanTermMutation, PortalPlanTermMutationVariables>;
export const PortalUpdatePlannedTermDocument = new TypedDocumentString(`
    mutation PortalUpdatePlannedTerm($input: UpdatePlannedTermInput!) {
  updatePlannedTerm(input: $input) {
    term {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdatePlannedTermMutation, PortalUpdatePlannedTermMutationVariables>;
export const PortalDiscardPlannedTermDocument = new TypedDocumentString(`
    mutation PortalDiscardPlannedTerm($input: DiscardPlannedTermInput!) {
  discardPlannedTerm(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<PortalDiscardPlannedTermMutation, PortalDiscardPlannedTermMutationVariables>;
export const OfficeCommitteesDocument = new TypedDocumentString(`
    query OfficeCommittees($filter: CommitteeFilter!, $after: String) {
  committees(filter: $filter, first: 30, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...CommitteeChain
      level
      region {
        ...RegionChain
        name
      }
      currentTerm {
        id
        number
        endsOn
      }
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment CommitteeChain on Committee {
  id
  name
  parent {
    id
    name
    parent {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<OfficeCommitteesQuery, OfficeCommitteesQueryVariables>;
export const EstablishPlaceDocument = new TypedDocumentString(`
    query EstablishPlace($code: String!) {
  region(code: $code) {
    level
    ...CommitteesAt
    parent {
      ...CommitteesAt
      parent {
        ...CommitteesAt
        parent {
          ...CommitteesAt
        }
      }
    }
  }
}
    fragment CommitteesAt on Region {
  code
  name
  committees(includeBelow: false, first: 5) {
    nodes {
      id
      name
      level
    }
  }
}`) as unknown as TypedDocumentString<EstablishPlaceQuery, EstablishPlaceQueryVariables>;
export const PortalEstablishCommitteeDocument = new TypedDocumentString(`
    mutation PortalEstablishCommittee($input: EstablishCommitteeInput!) {
  establishCommittee(input: $input) {
    committee {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEstablishCommitteeMutation, PortalEstablishCommitteeMutationVariables>;
export const LeavingPageDocument = new TypedDocumentString(`
    query LeavingPage($committee: ID!, $unit: ID!) {
  committee(id: $committee) {
    ...CommitteeChain
    region {
      ...RegionChain
    }
    organization {
      id
      name
    }
  }
  organization(id: $unit) {
    id
    name
    memberships(first: 100) {
      nodes {
        id
        version
        joinedOn
        leavesOn
        committee {
          id
        }
      }
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment CommitteeChain on Committee {
  id
  name
  parent {
    id
    name
    parent {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<LeavingPageQuery, LeavingPageQueryVariables>;
export const LeavingItemsDocument = new TypedDocumentString(`
    query LeavingItems($committee: ID!, $unit: ID!, $leavesOn: Date) {
  leaving(committeeId: $committee, organizationId: $unit, leavesOn: $leavesOn) {
    items {
      noun
      recordId
      title
      consequence
      ways
      booking {
        id
        during {
          start
          end
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LeavingItemsQuery, LeavingItemsQueryVariables>;
export const PortalCallOffLeavingDocument = new TypedDocumentString(`
    mutation PortalCallOffLeaving($input: CallOffLeavingInput!) {
  callOffLeaving(input: $input) {
    membership {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalCallOffLeavingMutation, PortalCallOffLeavingMutationVariables>;
export const MergeSideDocument = new TypedDocumentString(`
    query MergeSide($id: ID!) {
  organization(id: $id) {
    ...MergeSideParts
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}
fragment MergeSideParts on Organization {
  id
  version
  name
  kind
  creditCode
  brand
  state
  createdAt
  region {
    ...RegionChain
    ...PlaceChoice
  }
  parent {
    id
    name
  }
  memberships(first: 20) {
    nodes {
      id
      committee {
        id
        name
      }
    }
  }
  liaisons(first: 20) {
    nodes {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<MergeSideQuery, MergeSideQueryVariables>;
export const MergePreviewDocument = new TypedDocumentString(`
    query MergePreview($fromId: ID!, $intoId: ID!) {
  organizationMerge(fromId: $fromId, intoId: $intoId) {
    items {
      noun
      count
    }
    warnings {
      noun
      recordId
      title
      consequence
      blocks
    }
  }
}
    `) as unknown as TypedDocumentString<MergePreviewQuery, MergePreviewQueryVariables>;
export const PortalMergeOrganizationsDocument = new TypedDocumentString(`
    mutation PortalMergeOrganizations($input: MergeOrganizationsInput!) {
  mergeOrganizations(input: $input) {
    organization {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalMergeOrganizationsMutation, PortalMergeOrganizationsMutationVariables>;
export const OfficeOrganizationDocument = new TypedDocumentString(`
    query OfficeOrganization($id: ID!) {
  organization(id: $id) {
    id
    version
    name
    kind
    creditCode
    brand
    createdAt
    state
    endedOn
    endReason
    formerNames {
      name
      until
    }
    mergedInto {
      id
      name
    }
    region {
      code
      name
      ...RegionChain
    }
    parent {
      id
      name
    }
    liaisons(first: 50) {
      nodes {
        id
        version
        name
        subject
        createdAt
      }
    }
    applications(first: 50) {
      nodes {
        ...ApplicationParts
      }
    }
    memberships(first: 50, includeEnded: true) {
      nodes {
        id
        version
        joinedOn
        leftOn
        leavesOn
        leaveReason
        committee {
          ...CommitteeChain
          region {
            ...RegionChain
          }
        }
      }
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment ApplicationParts on Application {
  id
  version
  state
  message
  createdAt
  settledAt
  returnReason
  committee {
    id
    name
  }
  organization {
    id
    name
    kind
  }
}
fragment CommitteeChain on Committee {
  id
  name
  parent {
    id
    name
    parent {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<OfficeOrganizationQuery, OfficeOrganizationQueryVariables>;
export const PortalUpdateOrganizationDocument = new TypedDocumentString(`
    mutation PortalUpdateOrganization($input: UpdateOrganizationInput!) {
  updateOrganization(input: $input) {
    organization {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateOrganizationMutation, PortalUpdateOrganizationMutationVariables>;
export const PortalRenameOrganizationDocument = new TypedDocumentString(`
    mutation PortalRenameOrganization($input: RenameOrganizationInput!) {
  renameOrganization(input: $input) {
    organization {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRenameOrganizationMutation, PortalRenameOrganizationMutationVariables>;
export const PortalCorrectOrganizationDocument = new TypedDocumentString(`
    mutation PortalCorrectOrganization($input: CorrectOrganizationInput!) {
  correctOrganization(input: $input) {
    organization {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalCorrectOrganizationMutation, PortalCorrectOrganizationMutationVariables>;
export const PortalEndOrganizationDocument = new TypedDocumentString(`
    mutation PortalEndOrganization($input: EndOrganizationInput!) {
  endOrganization(input: $input) {
    organization {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEndOrganizationMutation, PortalEndOrganizationMutationVariables>;
export const PortalNameLiaisonDocument = new TypedDocumentString(`
    mutation PortalNameLiaison($input: NameLiaisonInput!) {
  nameLiaison(input: $input) {
    liaison {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalNameLiaisonMutation, PortalNameLiaisonMutationVariables>;
export const PortalUpdateLiaisonDocument = new TypedDocumentString(`
    mutation PortalUpdateLiaison($input: UpdateLiaisonInput!) {
  updateLiaison(input: $input) {
    liaison {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateLiaisonMutation, PortalUpdateLiaisonMutationVariables>;
export const PortalEndLiaisonDocument = new TypedDocumentString(`
    mutation PortalEndLiaison($input: EndLiaisonInput!) {
  endLiaison(input: $input) {
    liaison {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEndLiaisonMutation, PortalEndLiaisonMutationVariables>;
export const PortalLeaveCommitteeDocument = new TypedDocumentString(`
    mutation PortalLeaveCommittee($input: LeaveCommitteeInput!) {
  leaveCommittee(input: $input) {
    membership {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalLeaveCommitteeMutation, PortalLeaveCommitteeMutationVariables>;
export const OfficeOrganizationsDocument = new TypedDocumentString(`
    query OfficeOrganizations($filter: OrganizationFilter!, $after: String) {
  organizations(filter: $filter, first: 30, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      kind
      creditCode
      brand
      state
      formerNames {
        name
      }
      region {
        code
        name
      }
      parent {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OfficeOrganizationsQuery, OfficeOrganizationsQueryVariables>;
export const OfficeRegionDocument = new TypedDocumentString(`
    query OfficeRegion($code: String!, $after: String) {
  region(code: $code) {
    code
    name
    level
    levelName
    version
    endedOn
    formerNames {
      name
      until
    }
    mergedInto {
      code
      name
    }
    parent {
      code
      name
      parent {
        code
        name
        parent {
          code
          name
          parent {
            code
            name
          }
        }
      }
    }
    children(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        code
        name
        level
        children(first: 1) {
          totalCount
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OfficeRegionQuery, OfficeRegionQueryVariables>;
export const OfficeRegionChangesDocument = new TypedDocumentString(`
    query OfficeRegionChanges($code: String!) {
  planned: regionChanges(
    filter: {regionCode: $code, states: [PLANNED]}
    first: 50
  ) {
    nodes {
      ...RegionChangeParts
    }
  }
  past: regionChanges(
    filter: {regionCode: $code, states: [DONE, CALLED_OFF, FAILED]}
    first: 20
  ) {
    nodes {
      ...RegionChangeParts
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment RegionChangeParts on RegionChange {
  id
  version
  kind
  state
  effectiveOn
  name
  formerName
  reason
  callOffReason
  failReason
  region {
    name
    ...RegionChain
  }
  other {
    name
    ...RegionChain
  }
}`) as unknown as TypedDocumentString<OfficeRegionChangesQuery, OfficeRegionChangesQueryVariables>;
export const PortalRenameRegionDocument = new TypedDocumentString(`
    mutation PortalRenameRegion($input: RenameRegionInput!) {
  renameRegion(input: $input) {
    regionChange {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRenameRegionMutation, PortalRenameRegionMutationVariables>;
export const PortalMergeRegionsDocument = new TypedDocumentString(`
    mutation PortalMergeRegions($input: MergeRegionsInput!) {
  mergeRegions(input: $input) {
    regionChange {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalMergeRegionsMutation, PortalMergeRegionsMutationVariables>;
export const PortalMoveRegionDocument = new TypedDocumentString(`
    mutation PortalMoveRegion($input: MoveRegionInput!) {
  moveRegion(input: $input) {
    regionChange {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalMoveRegionMutation, PortalMoveRegionMutationVariables>;
export const PortalEndRegionDocument = new TypedDocumentString(`
    mutation PortalEndRegion($input: EndRegionInput!) {
  endRegion(input: $input) {
    regionChange {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEndRegionMutation, PortalEndRegionMutationVariables>;
export const PortalCallOffRegionChangeDocument = new TypedDocumentString(`
    mutation PortalCallOffRegionChange($input: CallOffRegionChangeInput!) {
  callOffRegionChange(input: $input) {
    regionChange {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalCallOffRegionChangeMutation, PortalCallOffRegionChangeMutationVariables>;
export const PortalAddRegionDocument = new TypedDocumentString(`
    mutation PortalAddRegion($input: AddRegionInput!) {
  addRegion(input: $input) {
    region {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PortalAddRegionMutation, PortalAddRegionMutationVariables>;
export const PortalRegisterOrganizationDocument = new TypedDocumentString(`
    mutation PortalRegisterOrganization($input: RegisterOrganizationInput!) {
  registerOrganization(input: $input) {
    organization {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRegisterOrganizationMutation, PortalRegisterOrganizationMutationVariables>;
export const OfficeWaitingDocument = new TypedDocumentString(`
    query OfficeWaiting {
  tasks(first: 100) {
    totalCount
    nodes {
      id
      kind
      dueAt
      committee {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OfficeWaitingQuery, OfficeWaitingQueryVariables>;
export const OrganizationPageDocument = new TypedDocumentString(`
    query OrganizationPage($id: ID!) {
  organization(id: $id) {
    id
    version
    name
    kind
    creditCode
    brand
    state
    endedOn
    endReason
    formerNames {
      name
      until
    }
    mergedFrom(first: 20) {
      nodes {
        id
        name
        endedOn
      }
    }
    serviceAreas(first: 1, includeEnded: true) {
      totalCount
    }
    region {
      ...PlaceChoice
    }
    parent {
      id
      name
    }
    memberships(first: 50, includeEnded: true) {
      nodes {
        id
        joinedOn
        leftOn
        leaveReason
        committee {
          id
          name
          level
        }
      }
    }
    seatsIn(first: 1, includeEnded: true) {
      totalCount
    }
    seatsFrom(first: 1, includeEnded: true) {
      totalCount
    }
    liaisons(first: 20) {
      totalCount
      nodes {
        id
        name
      }
    }
    registrations(first: 20) {
      totalCount
      nodes {
        ...RegistrationParts
      }
    }
    resources(first: 10) {
      totalCount
      nodes {
        id
        title
        kind
      }
    }
    needs(first: 10) {
      totalCount
      nodes {
        id
        title
        kind
        neededBy
      }
    }
    agreements(first: 10) {
      totalCount
      nodes {
        ...AgreementOfList
      }
    }
    activities(first: 10) {
      totalCount
      nodes {
        id
        title
        kind
        state
        startsAt
        endsAt
        host {
          id
          name
        }
        venue {
          id
          title
        }
      }
    }
    contactCards(first: 50) {
      totalCount
      nodes {
        ...ContactCardParts
      }
    }
    teams(first: 50) {
      totalCount
      nodes {
        ...TeamParts
      }
    }
  }
}
    fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}
fragment AgreementOfList on Agreement {
  id
  title
  state
  termFrom
  termTo
  committee {
    id
    name
  }
  parties {
    signedAt
    organization {
      id
      name
    }
  }
}
fragment ContactCardParts on ContactCard {
  id
  version
  post
  holderName
  officePhone
  hours
  consentedAt
  organization {
    id
    name
  }
  committee {
    id
    name
    parent {
      id
      parent {
        id
      }
    }
  }
}
fragment TeamParts on Team {
  id
  version
  name
  kind
  headcount
  specialities
  formedOn
}
fragment RegistrationParts on Registration {
  id
  version
  state
  headcount
  responsible
  submittedAt
  acceptedAt
  returnedAt
  returnReason
  endedAt
  endReason
  organization {
    id
    name
  }
  community {
    code
    name
    parent {
      code
      name
      parent {
        code
        parent {
          code
        }
      }
    }
    committees(first: 2, includeBelow: false) {
      nodes {
        id
        parent {
          id
          parent {
            id
          }
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<OrganizationPageQuery, OrganizationPageQueryVariables>;
export const UnitServiceAreasDocument = new TypedDocumentString(`
    query UnitServiceAreas($id: ID!, $after: String) {
  organization(id: $id) {
    serviceAreas(first: 10, after: $after, includeEnded: true) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ServiceAreaParts
      }
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}
fragment CommitteeChain on Committee {
  id
  name
  parent {
    id
    name
    parent {
      id
      name
    }
  }
}
fragment ServiceAreaParts on ServiceArea {
  id
  version
  from
  until
  organization {
    id
    name
    kind
  }
  region {
    name
    parent {
      committees(first: 3, includeBelow: false) {
        nodes {
          ...CommitteeChain
        }
      }
      parent {
        committees(first: 3, includeBelow: false) {
          nodes {
            ...CommitteeChain
          }
        }
      }
    }
    ...RegionChain
    ...PlaceChoice
  }
}`) as unknown as TypedDocumentString<UnitServiceAreasQuery, UnitServiceAreasQueryVariables>;
export const PlaceServiceAreasDocument = new TypedDocumentString(`
    query PlaceServiceAreas($code: String!, $after: String) {
  region(code: $code) {
    servedBy(first: 10, after: $after, includeEnded: true) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ServiceAreaParts
      }
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment PlaceChoice on Region {
  code
  name
  level
  parent {
    code
    name
    level
    parent {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}
fragment CommitteeChain on Committee {
  id
  name
  parent {
    id
    name
    parent {
      id
      name
    }
  }
}
fragment ServiceAreaParts on ServiceArea {
  id
  version
  from
  until
  organization {
    id
    name
    kind
  }
  region {
    name
    parent {
      committees(first: 3, includeBelow: false) {
        nodes {
          ...CommitteeChain
        }
      }
      parent {
        committees(first: 3, includeBelow: false) {
          nodes {
            ...CommitteeChain
          }
        }
      }
    }
    ...RegionChain
    ...PlaceChoice
  }
}`) as unknown as TypedDocumentString<PlaceServiceAreasQuery, PlaceServiceAreasQueryVariables>;
export const PortalAssignServiceAreaDocument = new TypedDocumentString(`
    mutation PortalAssignServiceArea($input: AssignServiceAreaInput!) {
  assignServiceArea(input: $input) {
    serviceArea {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalAssignServiceAreaMutation, PortalAssignServiceAreaMutationVariables>;
export const PortalEndServiceAreaDocument = new TypedDocumentString(`
    mutation PortalEndServiceArea($input: EndServiceAreaInput!) {
  endServiceArea(input: $input) {
    serviceArea {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEndServiceAreaMutation, PortalEndServiceAreaMutationVariables>;
export const PortalFormTeamDocument = new TypedDocumentString(`
    mutation PortalFormTeam($input: FormTeamInput!) {
  formTeam(input: $input) {
    team {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalFormTeamMutation, PortalFormTeamMutationVariables>;
export const PortalUpdateTeamDocument = new TypedDocumentString(`
    mutation PortalUpdateTeam($input: UpdateTeamInput!) {
  updateTeam(input: $input) {
    team {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateTeamMutation, PortalUpdateTeamMutationVariables>;
export const UnitSeatsInDocument = new TypedDocumentString(`
    query UnitSeatsIn($id: ID!, $after: String) {
  organization(id: $id) {
    id
    seatsIn(first: 10, after: $after, includeEnded: true) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...UnitSeatParts
      }
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment UnitSeatParts on UnitSeat {
  id
  version
  role
  since
  until
  holderName
  body {
    id
    name
    region {
      ...RegionChain
    }
  }
  fromOrganization {
    id
    name
  }
  agreement {
    id
    title
  }
}`) as unknown as TypedDocumentString<UnitSeatsInQuery, UnitSeatsInQueryVariables>;
export const UnitSeatsFromDocument = new TypedDocumentString(`
    query UnitSeatsFrom($id: ID!, $after: String) {
  organization(id: $id) {
    id
    seatsFrom(first: 10, after: $after, includeEnded: true) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...UnitSeatParts
      }
    }
  }
}
    fragment RegionChain on Region {
  code
  level
  parent {
    code
    level
    parent {
      code
      level
      parent {
        code
        level
      }
    }
  }
}
fragment UnitSeatParts on UnitSeat {
  id
  version
  role
  since
  until
  holderName
  body {
    id
    name
    region {
      ...RegionChain
    }
  }
  fromOrganization {
    id
    name
  }
  agreement {
    id
    title
  }
}`) as unknown as TypedDocumentString<UnitSeatsFromQuery, UnitSeatsFromQueryVariables>;
export const PortalAppointUnitSeatDocument = new TypedDocumentString(`
    mutation PortalAppointUnitSeat($input: AppointUnitSeatInput!) {
  appointUnitSeat(input: $input) {
    unitSeat {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalAppointUnitSeatMutation, PortalAppointUnitSeatMutationVariables>;
export const PortalEndUnitSeatDocument = new TypedDocumentString(`
    mutation PortalEndUnitSeat($input: EndUnitSeatInput!) {
  endUnitSeat(input: $input) {
    unitSeat {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEndUnitSeatMutation, PortalEndUnitSeatMutationVariables>;
export const PortalUpdateUnitSeatDocument = new TypedDocumentString(`
    mutation PortalUpdateUnitSeat($input: UpdateUnitSeatInput!) {
  updateUnitSeat(input: $input) {
    unitSeat {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateUnitSeatMutation, PortalUpdateUnitSeatMutationVariables>;
export const OverviewTasksDocument = new TypedDocumentString(`
    query OverviewTasks($filter: TaskFilter!, $after: String) {
  tasks(filter: $filter, first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...TaskOfList
    }
  }
}
    fragment TaskOfList on Task {
  id
  kind
  noun
  recordId
  title
  dueAt
  organization {
    id
    name
  }
  committee {
    id
    name
  }
}`) as unknown as TypedDocumentString<OverviewTasksQuery, OverviewTasksQueryVariables>;
export const PartnerKeysDocument = new TypedDocumentString(`
    query PartnerKeys($unit: ID!) {
  partners(organizationId: $unit) {
    name
    scopes
    createdAt
  }
}
    `) as unknown as TypedDocumentString<PartnerKeysQuery, PartnerKeysQueryVariables>;
export const PortalEnterPartnerDocument = new TypedDocumentString(`
    mutation PortalEnterPartner($input: EnterPartnerInput!) {
  enterPartner(input: $input) {
    key
    partner {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEnterPartnerMutation, PortalEnterPartnerMutationVariables>;
export const PortalRevokePartnerDocument = new TypedDocumentString(`
    mutation PortalRevokePartner($input: RevokePartnerInput!) {
  revokePartner(input: $input) {
    partner {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRevokePartnerMutation, PortalRevokePartnerMutationVariables>;
export const PartnerEndpointsDocument = new TypedDocumentString(`
    query PartnerEndpoints($unit: ID!, $after: String) {
  webhookEndpoints(organizationId: $unit, first: 30, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Endpoint
    }
  }
}
    fragment Endpoint on WebhookEndpoint {
  id
  version
  kind
  address
  label
  state
  reason
  stateSince
  failingSince
  missedAt
  previousSecretUntil
  partner
  createdAt
  filter {
    committeeId
    regionCode
    organizationId
    kinds
    types
  }
  notices {
    nouns
    types
    language
  }
  organization {
    id
    name
  }
}`) as unknown as TypedDocumentString<PartnerEndpointsQuery, PartnerEndpointsQueryVariables>;
export const PortalCreateWebhookEndpointDocument = new TypedDocumentString(`
    mutation PortalCreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) {
    secret
    endpoint {
      id
      kind
    }
  }
}
    `) as unknown as TypedDocumentString<PortalCreateWebhookEndpointMutation, PortalCreateWebhookEndpointMutationVariables>;
export const RegistrationBalancePageDocument = new TypedDocumentString(`
    query RegistrationBalancePage($place: String!, $per: RegistrationBalanceLevel!, $order: RegistrationBalanceOrder!, $after: String) {
  registrationBalance(
    regionCode: $place
    per: $per
    orderBy: $order
    first: 100
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      units
      headcount
      region {
        code
        name
        parent {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RegistrationBalancePageQuery, RegistrationBalancePageQueryVariables>;
export const BalancePlaceDocument = new TypedDocumentString(`
    query BalancePlace($code: String!) {
  region(code: $code) {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<BalancePlaceQuery, BalancePlaceQueryVariables>;
export const PortalRegisterDocument = new TypedDocumentString(`
    mutation PortalRegister($input: RegisterWithCommunityInput!) {
  registerWithCommunity(input: $input) {
    registration {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRegisterMutation, PortalRegisterMutationVariables>;
export const RegistrationHeadcountsDocument = new TypedDocumentString(`
    query RegistrationHeadcounts($filter: RegistrationFilter!) {
  registrations(filter: $filter, first: 20) {
    nodes {
      id
      headcounts {
        on
        headcount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RegistrationHeadcountsQuery, RegistrationHeadcountsQueryVariables>;
export const PortalRecordHeadcountDocument = new TypedDocumentString(`
    mutation PortalRecordHeadcount($input: RecordHeadcountInput!) {
  recordHeadcount(input: $input) {
    registration {
      id
      headcount
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRecordHeadcountMutation, PortalRecordHeadcountMutationVariables>;
export const PortalEndRegistrationDocument = new TypedDocumentString(`
    mutation PortalEndRegistration($input: EndRegistrationInput!) {
  endRegistration(input: $input) {
    registration {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEndRegistrationMutation, PortalEndRegistrationMutationVariables>;
export const RegistrationsPageDocument = new TypedDocumentString(`
    query RegistrationsPage($filter: RegistrationFilter!, $after: String) {
  registrations(filter: $filter, first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...RegistrationParts
    }
  }
}
    fragment RegistrationParts on Registration {
  id
  version
  state
  headcount
  responsible
  submittedAt
  acceptedAt
  returnedAt
  returnReason
  endedAt
  endReason
  organization {
    id
    name
  }
  community {
    code
    name
    parent {
      code
      name
      parent {
        code
        parent {
          code
        }
      }
    }
    committees(first: 2, includeBelow: false) {
      nodes {
        id
        parent {
          id
          parent {
            id
          }
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<RegistrationsPageQuery, RegistrationsPageQueryVariables>;
export const OwnRegistrationsDocument = new TypedDocumentString(`
    query OwnRegistrations {
  viewer {
    organizations {
      id
      name
      region {
        code
        level
      }
      registrations(first: 20) {
        nodes {
          ...RegistrationParts
        }
      }
    }
  }
}
    fragment RegistrationParts on Registration {
  id
  version
  state
  headcount
  responsible
  submittedAt
  acceptedAt
  returnedAt
  returnReason
  endedAt
  endReason
  organization {
    id
    name
  }
  community {
    code
    name
    parent {
      code
      name
      parent {
        code
        parent {
          code
        }
      }
    }
    committees(first: 2, includeBelow: false) {
      nodes {
        id
        parent {
          id
          parent {
            id
          }
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<OwnRegistrationsQuery, OwnRegistrationsQueryVariables>;
export const EditResourcePageDocument = new TypedDocumentString(`
    query EditResourcePage($id: ID!) {
  resource(id: $id) {
    ...ResourceOfPage
  }
}
    fragment ResourceOfPage on Resource {
  id
  title
  kind
  venueKind
  functionAreas
  demonstration
  description
  capacity
  unit
  approval
  audience
  state
  version
  withdrawReason
  venue {
    address
    longitude
    latitude
    seats
    areaSquareMetres
    barrierFree
    amenities
    officePhone
  }
  openingHours {
    weekday
    from
    to
    validFrom
    validTo
    note
  }
  bookingRules {
    approval
    minNoticeMinutes
    maxAheadDays
    slotMinutes
    bufferMinutes
    maxLengthMinutes
    cancelBeforeMinutes
    onHolidays
  }
  provider {
    id
    name
    region {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
  committee {
    id
    name
  }
}`) as unknown as TypedDocumentString<EditResourcePageQuery, EditResourcePageQueryVariables>;
export const PortalUpdateResourceDocument = new TypedDocumentString(`
    mutation PortalUpdateResource($input: UpdateResourceInput!) {
  updateResource(input: $input) {
    resource {
      id
      version
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateResourceMutation, PortalUpdateResourceMutationVariables>;
export const PortalShareResourceDocument = new TypedDocumentString(`
    mutation PortalShareResource($input: ShareResourceInput!) {
  shareResource(input: $input) {
    resource {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalShareResourceMutation, PortalShareResourceMutationVariables>;
export const UnitCommitteesDocument = new TypedDocumentString(`
    query UnitCommittees($unit: ID!) {
  organization(id: $unit) {
    id
    memberships(first: 100) {
      nodes {
        committee {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitCommitteesQuery, UnitCommitteesQueryVariables>;
export const ResourceTermsPageDocument = new TypedDocumentString(`
    query ResourceTermsPage($id: ID!) {
  resource(id: $id) {
    ...ResourceOfPage
  }
}
    fragment ResourceOfPage on Resource {
  id
  title
  kind
  venueKind
  functionAreas
  demonstration
  description
  capacity
  unit
  approval
  audience
  state
  version
  withdrawReason
  venue {
    address
    longitude
    latitude
    seats
    areaSquareMetres
    barrierFree
    amenities
    officePhone
  }
  openingHours {
    weekday
    from
    to
    validFrom
    validTo
    note
  }
  bookingRules {
    approval
    minNoticeMinutes
    maxAheadDays
    slotMinutes
    bufferMinutes
    maxLengthMinutes
    cancelBeforeMinutes
    onHolidays
  }
  provider {
    id
    name
    region {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
  committee {
    id
    name
  }
}`) as unknown as TypedDocumentString<ResourceTermsPageQuery, ResourceTermsPageQueryVariables>;
export const PortalSetVenueDocument = new TypedDocumentString(`
    mutation PortalSetVenue($input: SetVenueInput!) {
  setVenue(input: $input) {
    resource {
      id
      version
    }
    bookings {
      id
      during {
        start
        end
      }
      purpose
      organization {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortalSetVenueMutation, PortalSetVenueMutationVariables>;
export const ResourcePageDocument = new TypedDocumentString(`
    query ResourcePage($id: ID!, $during: TimeRangeInput!, $ahead: TimeRangeInput!) {
  resource(id: $id) {
    ...ResourceOfPage
    closures(during: $ahead) {
      start
      end
      reason
    }
    closuresOfWeek: closures(during: $during) {
      start
      end
      reason
    }
    blockings(first: 100) {
      nodes {
        ...BlockingOfPage
      }
    }
    bookings(during: $during, first: 100) {
      nodes {
        ...BookingOfWeek
      }
    }
    free(during: $during, anyTime: true) {
      start
      end
      quantity
    }
  }
}
    fragment ResourceOfPage on Resource {
  id
  title
  kind
  venueKind
  functionAreas
  demonstration
  description
  capacity
  unit
  approval
  audience
  state
  version
  withdrawReason
  venue {
    address
    longitude
    latitude
    seats
    areaSquareMetres
    barrierFree
    amenities
    officePhone
  }
  openingHours {
    weekday
    from
    to
    validFrom
    validTo
    note
  }
  bookingRules {
    approval
    minNoticeMinutes
    maxAheadDays
    slotMinutes
    bufferMinutes
    maxLengthMinutes
    cancelBeforeMinutes
    onHolidays
  }
  provider {
    id
    name
    region {
      code
      name
      level
      parent {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
  committee {
    id
    name
  }
}
fragment BookingOfWeek on Booking {
  id
  state
  quantity
  during {
    start
    end
  }
  purpose
  organization {
    id
    name
  }
}
fragment BlockingOfPage on Blocking {
  id
  version
  reason
  during {
    start
    end
  }
}`) as unknown as TypedDocumentString<ResourcePageQuery, ResourcePageQueryVariables>;
export const HolidaysOfYearDocument = new TypedDocumentString(`
    query HolidaysOfYear($year: Int!) {
  publicHolidays(year: $year) {
    days {
      day
      name
      isOff
    }
  }
}
    `) as unknown as TypedDocumentString<HolidaysOfYearQuery, HolidaysOfYearQueryVariables>;
export const FreeTimesDocument = new TypedDocumentString(`
    query FreeTimes($id: ID!, $during: TimeRangeInput!) {
  resource(id: $id) {
    id
    closures(during: $during) {
      start
      end
      reason
    }
    free(during: $during, anyTime: true) {
      start
      end
      quantity
    }
    waitingList(first: 50) {
      nodes {
        ...HeldTime
      }
    }
  }
}
    fragment HeldTime on WaitingEntry {
  id
  state
  offeredUntil
  during {
    start
    end
  }
  organization {
    id
    name
  }
}`) as unknown as TypedDocumentString<FreeTimesQuery, FreeTimesQueryVariables>;
export const PortalBookDocument = new TypedDocumentString(`
    mutation PortalBook($input: BookResourceInput!) {
  bookResource(input: $input) {
    booking {
      id
      state
      version
      during {
        start
        end
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortalBookMutation, PortalBookMutationVariables>;
export const PortalPublishResourceDocument = new TypedDocumentString(`
    mutation PortalPublishResource($input: PublishResourceInput!) {
  publishResource(input: $input) {
    resource {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<PortalPublishResourceMutation, PortalPublishResourceMutationVariables>;
export const PortalWithdrawResourceDocument = new TypedDocumentString(`
    mutation PortalWithdrawResource($input: WithdrawResourceInput!) {
  withdrawResource(input: $input) {
    resource {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<PortalWithdrawResourceMutation, PortalWithdrawResourceMutationVariables>;
export const PortalDiscardResourceDocument = new TypedDocumentString(`
    mutation PortalDiscardResource($input: DiscardResourceInput!) {
  discardResource(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<PortalDiscardResourceMutation, PortalDiscardResourceMutationVariables>;
export const PortalBlockResourceDocument = new TypedDocumentString(`
    mutation PortalBlockResource($input: BlockResourceInput!) {
  blockResource(input: $input) {
    blocking {
      ...BlockingOfPage
    }
    bookings {
      id
      during {
        start
        end
      }
      purpose
      organization {
        id
        name
      }
    }
  }
}
    fragment BlockingOfPage on Blocking {
  id
  version
  reason
  during {
    start
    end
  }
}`) as unknown as TypedDocumentString<PortalBlockResourceMutation, PortalBlockResourceMutationVariables>;
export const PortalLiftBlockingDocument = new TypedDocumentString(`
    mutation PortalLiftBlocking($input: LiftBlockingInput!) {
  liftBlocking(input: $input) {
    blocking {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<PortalLiftBlockingMutation, PortalLiftBlockingMutationVariables>;
export const PortalJoinWaitingListDocument = new TypedDocumentString(`
    mutation PortalJoinWaitingList($input: JoinWaitingListInput!) {
  joinWaitingList(input: $input) {
    entry {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalJoinWaitingListMutation, PortalJoinWaitingListMutationVariables>;
export const PortalBookSeriesDocument = new TypedDocumentString(`
    mutation PortalBookSeries($input: BookSeriesInput!) {
  bookSeries(input: $input) {
    series {
      id
    }
    dates {
      ...DateOfSeries
    }
  }
}
    fragment DateOfSeries on SeriesDate {
  during {
    start
    end
  }
  outcome
  reason
  holidaysUnknown
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<PortalBookSeriesMutation, PortalBookSeriesMutationVariables>;
export const ResourcesPageDocument = new TypedDocumentString(`
    query ResourcesPage($filter: ResourceFilter, $orderBy: ResourceOrder, $soon: TimeRangeInput!, $first: Int = 24, $after: String) {
  resources(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ResourceOfList
    }
  }
}
    fragment ResourceOfList on Resource {
  id
  title
  kind
  venueKind
  state
  capacity
  unit
  approval
  description
  distanceMetres
  venue {
    address
    seats
  }
  free(during: $soon) {
    start
    end
    quantity
  }
  provider {
    id
    name
    region {
      code
      name
    }
  }
}`) as unknown as TypedDocumentString<ResourcesPageQuery, ResourcesPageQueryVariables>;
export const VenuePositionDocument = new TypedDocumentString(`
    query VenuePosition($id: ID!) {
  resource(id: $id) {
    id
    title
    venue {
      longitude
      latitude
    }
  }
}
    `) as unknown as TypedDocumentString<VenuePositionQuery, VenuePositionQueryVariables>;
export const VenuesAroundDocument = new TypedDocumentString(`
    query VenuesAround($place: String!) {
  resources(filter: {regionCode: $place, kinds: [VENUE]}, first: 50) {
    nodes {
      id
      venue {
        longitude
        latitude
      }
    }
  }
}
    `) as unknown as TypedDocumentString<VenuesAroundQuery, VenuesAroundQueryVariables>;
export const OwnVenuesDocument = new TypedDocumentString(`
    query OwnVenues($unit: ID!) {
  organization(id: $unit) {
    id
    region {
      code
    }
    resources(first: 50) {
      nodes {
        id
        venue {
          longitude
          latitude
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnVenuesQuery, OwnVenuesQueryVariables>;
export const RoundPageDocument = new TypedDocumentString(`
    query RoundPage($id: ID!) {
  collectionRound(id: $id) {
    ...RoundOfPage
  }
}
    fragment RoundOfPage on CollectionRound {
  id
  version
  title
  state
  opensOn
  closesOn
  committee {
    id
    name
    parent {
      id
      parent {
        id
      }
    }
  }
}`) as unknown as TypedDocumentString<RoundPageQuery, RoundPageQueryVariables>;
export const AnswersOfRoundDocument = new TypedDocumentString(`
    query AnswersOfRound($id: ID!, $after: String) {
  needs(
    filter: {collectionRoundId: $id, states: [PUBLISHED, DRAFT]}
    first: 100
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...NeedOfList
    }
  }
}
    fragment NeedOfList on Need {
  id
  title
  kind
  state
  quantity
  unit
  description
  neededBy
  organization {
    id
    name
  }
  committee {
    id
    name
  }
}`) as unknown as TypedDocumentString<AnswersOfRoundQuery, AnswersOfRoundQueryVariables>;
export const PortalUpdateRoundDocument = new TypedDocumentString(`
    mutation PortalUpdateRound($input: UpdateCollectionRoundInput!) {
  updateCollectionRound(input: $input) {
    collectionRound {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateRoundMutation, PortalUpdateRoundMutationVariables>;
export const PortalCloseRoundDocument = new TypedDocumentString(`
    mutation PortalCloseRound($input: CloseCollectionRoundInput!) {
  closeCollectionRound(input: $input) {
    collectionRound {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalCloseRoundMutation, PortalCloseRoundMutationVariables>;
export const RoundsPageDocument = new TypedDocumentString(`
    query RoundsPage($filter: CollectionRoundFilter!, $after: String) {
  collectionRounds(filter: $filter, first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      title
      state
      opensOn
      closesOn
      committee {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RoundsPageQuery, RoundsPageQueryVariables>;
export const PortalOpenRoundDocument = new TypedDocumentString(`
    mutation PortalOpenRound($input: OpenCollectionRoundInput!) {
  openCollectionRound(input: $input) {
    collectionRound {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalOpenRoundMutation, PortalOpenRoundMutationVariables>;
export const MailSettingsPageDocument = new TypedDocumentString(`
    query MailSettingsPage {
  mailIsSent
  mailSettings {
    address
    mode
    language
    confirmedAt
    codeUntil
    version
  }
}
    `) as unknown as TypedDocumentString<MailSettingsPageQuery, MailSettingsPageQueryVariables>;
export const PortalSetMailSettingsDocument = new TypedDocumentString(`
    mutation PortalSetMailSettings($input: SetMailSettingsInput!) {
  setMailSettings(input: $input) {
    mailSettings {
      version
    }
  }
}
    `) as unknown as TypedDocumentString<PortalSetMailSettingsMutation, PortalSetMailSettingsMutationVariables>;
export const PortalConfirmMailAddressDocument = new TypedDocumentString(`
    mutation PortalConfirmMailAddress($input: ConfirmMailAddressInput!) {
  confirmMailAddress(input: $input) {
    mailSettings {
      version
    }
  }
}
    `) as unknown as TypedDocumentString<PortalConfirmMailAddressMutation, PortalConfirmMailAddressMutationVariables>;
export const PortalRemoveMailSettingsDocument = new TypedDocumentString(`
    mutation PortalRemoveMailSettings($input: RemoveMailSettingsInput!) {
  removeMailSettings(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<PortalRemoveMailSettingsMutation, PortalRemoveMailSettingsMutationVariables>;
export const CommitmentsOfUnitDocument = new TypedDocumentString(`
    query CommitmentsOfUnit($unit: ID!, $after: String) {
  agreements(
    filter: {organizationId: $unit, states: [ACTIVE, EXPIRED]}
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      title
      commitments {
        id
        version
        clause
        fulfilled
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CommitmentsOfUnitQuery, CommitmentsOfUnitQueryVariables>;
export const CommitteeDayDocument = new TypedDocumentString(`
    query CommitteeDay($committee: ID!, $today: Date!, $soon: Date!) {
  overdue: issues(
    filter: {committeeId: $committee, overdueOn: $today}
    orderBy: DEADLINE_ASCENDING
    first: 20
  ) {
    totalCount
    nodes {
      ...IssueOfToday
    }
  }
  ending: agreements(
    filter: {committeeId: $committee, expiringBefore: $soon}
    first: 20
  ) {
    totalCount
    nodes {
      ...AgreementOfList
    }
  }
}
    fragment AgreementOfList on Agreement {
  id
  title
  state
  termFrom
  termTo
  committee {
    id
    name
  }
  parties {
    signedAt
    organization {
      id
      name
    }
  }
}
fragment IssueOfToday on Issue {
  id
  version
  title
  measure
  deadline
  committee {
    id
    name
  }
  owner {
    id
    name
  }
}`) as unknown as TypedDocumentString<CommitteeDayQuery, CommitteeDayQueryVariables>;
export const MyNoticesDocument = new TypedDocumentString(`
    query MyNotices($filter: NoticeFilter, $after: String) {
  notices(filter: $filter, first: 10, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      noun
      type
      recordId
      title
      occurredAt
      read
      organization {
        id
        name
      }
      committee {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyNoticesQuery, MyNoticesQueryVariables>;
export const MyTasksDocument = new TypedDocumentString(`
    query MyTasks($filter: TaskFilter, $after: String) {
  tasks(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...TaskOfList
    }
  }
}
    fragment TaskOfList on Task {
  id
  kind
  noun
  recordId
  title
  dueAt
  organization {
    id
    name
  }
  committee {
    id
    name
  }
}`) as unknown as TypedDocumentString<MyTasksQuery, MyTasksQueryVariables>;
export const TasksEndingSoonDocument = new TypedDocumentString(`
    query TasksEndingSoon($filter: TaskFilter) {
  tasks(filter: $filter, first: 50) {
    nodes {
      ...TaskOfList
    }
  }
}
    fragment TaskOfList on Task {
  id
  kind
  noun
  recordId
  title
  dueAt
  organization {
    id
    name
  }
  committee {
    id
    name
  }
}`) as unknown as TypedDocumentString<TasksEndingSoonQuery, TasksEndingSoonQueryVariables>;
export const SeriesToDecideDocument = new TypedDocumentString(`
    query SeriesToDecide($unit: ID!) {
  bookings(
    filter: {providerId: $unit, states: [REQUESTED]}
    orderBy: START_ASC
    first: 100
  ) {
    nodes {
      id
      series {
        ...AwaitingSeries
      }
    }
  }
}
    fragment AwaitingSeries on BookingSeries {
  id
  every
  interval
  awaiting {
    id
    version
    during {
      start
      end
    }
  }
}`) as unknown as TypedDocumentString<SeriesToDecideQuery, SeriesToDecideQueryVariables>;
export const TodayPageDocument = new TypedDocumentString(`
    query TodayPage($place: String!, $week: TimeRangeInput!, $from: Date!, $to: Date!, $isVisitor: Boolean!) {
  region(code: $place) {
    code
    name
  }
  activities(
    filter: {regionCode: $place, during: $week, states: [SCHEDULED, RESCHEDULED]}
    first: 30
  ) {
    totalCount
    nodes {
      id
      title
      kind
      state
      startsAt
      endsAt
      host {
        id
        name
      }
      venue {
        id
        title
      }
    }
  }
  needs(filter: {regionCode: $place, states: [PUBLISHED]}, first: 5) {
    totalCount
    nodes {
      ...NeedOfToday
    }
  }
  resources(filter: {regionCode: $place, kinds: [VENUE]}, first: 5) @include(if: $isVisitor) {
    totalCount
    nodes {
      id
      title
      provider {
        id
        name
      }
    }
  }
  report(regionCode: $place, from: $from, to: $to) @include(if: $isVisitor) {
    communityCommittees
    memberUnits
    resources
    agreements
    activities
    attendance
  }
}
    fragment NeedOfToday on Need {
  id
  title
  neededBy
  state
  organization {
    id
    name
  }
}`) as unknown as TypedDocumentString<TodayPageQuery, TodayPageQueryVariables>;
export const UnitDayDocument = new TypedDocumentString(`
    query UnitDay($unit: ID!, $ahead: TimeRangeInput!) {
  coming: bookings(
    filter: {organizationId: $unit, states: [REQUESTED, CONFIRMED], during: $ahead}
    orderBy: START_ASC
    first: 5
  ) {
    totalCount
    nodes {
      ...BookingOfList
    }
  }
  offered: resources(
    filter: {providerId: $unit, states: [DRAFT, PUBLISHED]}
    first: 5
  ) {
    totalCount
    nodes {
      id
      title
      state
    }
  }
  wanted: needs(
    filter: {organizationId: $unit, states: [DRAFT, PUBLISHED]}
    first: 5
  ) {
    totalCount
    nodes {
      ...NeedOfToday
    }
  }
  returned: registrations(
    filter: {organizationId: $unit, states: [RETURNED]}
    first: 20
  ) {
    totalCount
    nodes {
      id
      returnReason
      community {
        code
        name
      }
    }
  }
}
    fragment BookingOfList on Booking {
  id
  state
  version
  quantity
  purpose
  reason
  used
  during {
    start
    end
  }
  previous {
    start
    end
  }
  resource {
    id
    title
    capacity
    unit
    approval
    provider {
      id
      name
    }
  }
  organization {
    id
    name
  }
  blockings {
    id
    reason
    during {
      start
      end
    }
  }
  rivals {
    id
    state
    offeredUntil
    quantity
    during {
      start
      end
    }
    organization {
      id
      name
    }
  }
}
fragment NeedOfToday on Need {
  id
  title
  neededBy
  state
  organization {
    id
    name
  }
}`) as unknown as TypedDocumentString<UnitDayQuery, UnitDayQueryVariables>;
export const WaitingPageDocument = new TypedDocumentString(`
    query WaitingPage($filter: WaitingFilter!, $after: String) {
  waitingEntries(filter: $filter, first: 30, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...EntryOfList
    }
  }
}
    fragment EntryOfList on WaitingEntry {
  id
  state
  version
  quantity
  purpose
  offeredUntil
  ahead
  during {
    start
    end
  }
  resource {
    id
    title
    capacity
    unit
    approval
    provider {
      id
      name
    }
  }
  booking {
    id
  }
}`) as unknown as TypedDocumentString<WaitingPageQuery, WaitingPageQueryVariables>;
export const OffersOfUnitDocument = new TypedDocumentString(`
    query OffersOfUnit($unit: ID!) {
  waitingEntries(filter: {organizationId: $unit, states: [OFFERED]}, first: 50) {
    nodes {
      id
      resource {
        id
        approval
        provider {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OffersOfUnitQuery, OffersOfUnitQueryVariables>;
export const WebhookPageDocument = new TypedDocumentString(`
    query WebhookPage($id: ID!) {
  webhookEndpoint(id: $id) {
    ...Endpoint
  }
}
    fragment Endpoint on WebhookEndpoint {
  id
  version
  kind
  address
  label
  state
  reason
  stateSince
  failingSince
  missedAt
  previousSecretUntil
  partner
  createdAt
  filter {
    committeeId
    regionCode
    organizationId
    kinds
    types
  }
  notices {
    nouns
    types
    language
  }
  organization {
    id
    name
  }
}`) as unknown as TypedDocumentString<WebhookPageQuery, WebhookPageQueryVariables>;
export const WebhookDeliveriesDocument = new TypedDocumentString(`
    query WebhookDeliveries($id: ID!, $states: [WebhookDeliveryState!], $after: String) {
  webhookEndpoint(id: $id) {
    id
    deliveries(states: $states, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...Delivery
      }
    }
  }
}
    fragment Delivery on WebhookDelivery {
  id
  state
  updateType
  noticeId
  createdAt
  finishedAt
  nextAttemptAt
  activity {
    id
    title
  }
  attempts {
    number
    at
    status
    durationMs
    error
  }
}`) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const PortalTestWebhookDocument = new TypedDocumentString(`
    mutation PortalTestWebhook($input: TestWebhookEndpointInput!) {
  testWebhookEndpoint(input: $input) {
    delivery {
      ...Delivery
    }
  }
}
    fragment Delivery on WebhookDelivery {
  id
  state
  updateType
  noticeId
  createdAt
  finishedAt
  nextAttemptAt
  activity {
    id
    title
  }
  attempts {
    number
    at
    status
    durationMs
    error
  }
}`) as unknown as TypedDocumentString<PortalTestWebhookMutation, PortalTestWebhookMutationVariables>;
export const PortalRedeliverWebhookDocument = new TypedDocumentString(`
    mutation PortalRedeliverWebhook($input: RedeliverWebhookInput!) {
  redeliverWebhook(input: $input) {
    delivery {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRedeliverWebhookMutation, PortalRedeliverWebhookMutationVariables>;
export const PortalGiveUpWebhookDeliveryDocument = new TypedDocumentString(`
    mutation PortalGiveUpWebhookDelivery($input: GiveUpWebhookDeliveryInput!) {
  giveUpWebhookDelivery(input: $input) {
    delivery {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalGiveUpWebhookDeliveryMutation, PortalGiveUpWebhookDeliveryMutationVariables>;
export const PortalUpdateWebhookEndpointDocument = new TypedDocumentString(`
    mutation PortalUpdateWebhookEndpoint($input: UpdateWebhookEndpointInput!) {
  updateWebhookEndpoint(input: $input) {
    endpoint {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalUpdateWebhookEndpointMutation, PortalUpdateWebhookEndpointMutationVariables>;
export const PortalRotateWebhookSecretDocument = new TypedDocumentString(`
    mutation PortalRotateWebhookSecret($input: RotateWebhookSecretInput!) {
  rotateWebhookSecret(input: $input) {
    secret
    endpoint {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalRotateWebhookSecretMutation, PortalRotateWebhookSecretMutationVariables>;
export const PortalReplayWebhookDocument = new TypedDocumentString(`
    mutation PortalReplayWebhook($input: ReplayWebhookEndpointInput!) {
  replayWebhookEndpoint(input: $input) {
    endpoint {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalReplayWebhookMutation, PortalReplayWebhookMutationVariables>;
export const PortalEndWebhookEndpointDocument = new TypedDocumentString(`
    mutation PortalEndWebhookEndpoint($input: EndWebhookEndpointInput!) {
  endWebhookEndpoint(input: $input) {
    endpoint {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PortalEndWebhookEndpointMutation, PortalEndWebhookEndpointMutationVariables>;