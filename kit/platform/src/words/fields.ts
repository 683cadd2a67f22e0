/**
 * What the fields of inputs and of records, and the arguments of queries, are called. The same name is the same
 * word, except in the types of {@link FIELDS_OF}.
 */
export const FIELDS = {
  acceptedAt: "接收时间",
  action: "操作",
  activatedAt: "生效时间",
  activityId: "活动",
  address: "推送地址",
  after: "起始位置",
  agreementId: "协议",
  approval: "是否须经同意",
  attendance: "人次",
  audience: "公开范围",
  awaitingSignatureOf: "待签署的一方",
  brand: "品牌",
  cancelReason: "取消原因",
  capacity: "同时可预约的数量",
  carrySeats: "委员是否留任",
  clause: "承诺内容",
  closesOn: "截止日期",
  code: "区划代码",
  collectionRoundId: "清单征集",
  commitmentId: "承诺事项",
  commitments: "承诺事项",
  committeeId: "委员会",
  communityCode: "社区代码",
  confirm: "是否同意",
  consent: "本人是否同意",
  consentedAt: "本人同意的时间",
  creditCode: "统一社会信用代码",
  cursorNumber: "推送到的序号",
  deadline: "期限",
  description: "说明",
  detail: "内容",
  during: "时段",
  enabled: "是否启用",
  end: "结束时间",
  endedAt: "结束时间",
  endpointId: "推送地址",
  endReason: "结束原因",
  endsAt: "结束时间",
  endsOn: "任期止",
  establishedOn: "成立日期",
  exclusive: "是否独占",
  expiringBefore: "到期日",
  filter: "筛选条件",
  finishedAt: "完成时间",
  first: "每页条数",
  formedOn: "组建日期",
  freeDuring: "空余时段",
  from: "起始日期",
  fulfilled: "迄今兑现次数",
  functionAreas: "功能区",
  headcount: "人数",
  headcounts: "历次人数",
  heldAt: "举办时间",
  holderName: "姓名",
  hostId: "主办单位",
  hours: "接待时间",
  id: "编号",
  idempotencyKey: "幂等键",
  input: "输入",
  joinedOn: "加入日期",
  keepHours: "旧密钥同时有效的小时数",
  kind: "类型",
  kinds: "类型",
  label: "名称",
  leaveReason: "退出原因",
  leftOn: "退出日期",
  level: "层级",
  levels: "层级",
  measure: "措施",
  minCapacity: "至少可预约的数量",
  name: "名称",
  neededBy: "需要的日期",
  nouns: "记录类型",
  number: "届次",
  officePhone: "办公电话",
  on: "日期",
  opensOn: "开始日期",
  orderBy: "排序",
  organizationId: "单位",
  outcome: "办理结果",
  overdueOn: "逾期日期",
  ownerId: "责任单位",
  parentCode: "上级代码",
  parentId: "上级",
  participantIds: "参加单位",
  partyIds: "各方",
  per: "统计层级",
  position: "序号",
  post: "岗位",
  previousSecretUntil: "旧密钥的有效期止",
  proposedAt: "提交签署的时间",
  proposedByOrganizationId: "提议单位",
  previousEndsAt: "原结束时间",
  previousStartsAt: "原开始时间",
  providerId: "提供单位",
  publish: "是否立即发布",
  publishedAt: "发布时间",
  purpose: "用途",
  quantity: "数量",
  raisedAt: "提出时间",
  reason: "原因",
  recordId: "记录编号",
  regionCode: "地域",
  regionLevels: "所在地的层级",
  removedAt: "撤下时间",
  removeReason: "撤下原因",
  resolvedAt: "办结时间",
  resourceId: "资源",
  responsible: "是否包联责任单位",
  returnedAt: "退回时间",
  returnReason: "退回原因",
  revokedAt: "撤销时间",
  role: "角色",
  scopes: "权限范围",
  sealedPreviousSecret: "旧密钥",
  sealedSecret: "密钥",
  secret: "密钥",
  secretHash: "密钥",
  servedByKind: "所服务的组织",
  signedAt: "签署时间",
  signedBy: "签署人",
  since: "起始时间",
  specialities: "专长",
  start: "开始时间",
  startsAt: "开始时间",
  startsOn: "任期起",
  state: "状态",
  states: "状态",
  subject: "登录标识",
  submittedAt: "提交时间",
  termEndsOn: "任期止",
  termFrom: "期限起",
  termId: "任期",
  terminatedAt: "终止时间",
  terminateReason: "终止原因",
  termNumber: "届次",
  termStartsOn: "任期起",
  termTo: "期限止",
  text: "查找的文字",
  theme: "所属主题",
  themes: "工作主题",
  times: "迄今兑现次数",
  timesPerYear: "每年次数",
  title: "标题",
  to: "截止日期",
  topmost: "是否最上级",
  types: "更新类型",
  unit: "计量单位",
  until: "截止时间",
  updateId: "更新",
  updateNumber: "更新的序号",
  updateType: "更新类型",
  venueId: "场地",
  venueKind: "阵地类型",
  venueKinds: "阵地类型",
  version: "版本",
  withdrawnAt: "撤下时间",
  withdrawReason: "撤下原因",
  within: "地域",
} as const satisfies Readonly<Record<string, string>>;

type FieldName = keyof typeof FIELDS;
type OwnWords = Readonly<Partial<Record<FieldName, string>>>;

const IN_OFFICE: OwnWords = { since: "任职日期", until: "离任日期" };
const OF_PERSON: OwnWords = { name: "姓名" };

/** Words that a type of records, or an input, has of its own. */
export const FIELDS_OF: Readonly<Record<string, OwnWords>> = {
  Seat: IN_OFFICE,
  AppointSeatInput: IN_OFFICE,
  EndSeatInput: IN_OFFICE,
  Liaison: OF_PERSON,
  NameLiaisonInput: OF_PERSON,
};

/** What a field is called in Chinese; undefined for a field without a word. */
export function fieldWord(name: string, type?: string): string | undefined {
  const own = type === undefined ? {} : (FIELDS_OF[type] ?? {});
  const words: Readonly<Record<string, string>> = Object.hasOwn(own, name) ? own : FIELDS;
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

/**
 * A field by its path, in Chinese: `commitments.0.clause` is 承诺事项第 1 项的承诺内容.
 *
 * @param type whose field the path begins with, if it is known: a type of records, or an input.
 */
export function fieldInChinese(field: string, type?: string): string {
  return field
    .replace(/^input\./, "")
    .split(".")
    .map((step, i) => {
      if (/^\d+$/.test(step)) return `第 ${Number(step) + 1} 项`;
      const word = fieldWord(step, i === 0 ? type : undefined) ?? `“${step}”`;
      return i === 0 ? word : `的${word}`;
    })
    .join("");
}
