import type { TestHub } from "./hub.ts";
import { inDays, inHours, unitOf } from "./people.ts";

/** The liaison who looks at pages where nobody else does. */
export const LIAISON = "445202-liaison-1";
const SECRETARY = "445202-secretary";
const OPERATOR = "445202-operator";
const AUDITOR = "445202-auditor";

/** A page, and who looks at which record of it. */
export interface PageOfPortal {
  readonly path: string;
  /** What must be on it for it to have loaded. */
  readonly shows: string | RegExp;
  /** Asks for the record whose id `$id` in the path stands for, or makes it: the id is the first in the answer, `$unit` the second. */
  readonly finds?: string | ((hub: TestHub) => Promise<unknown>);
  /** Name of a demonstration person. Default: a liaison. */
  readonly as?: string;
}

/** No hour of it is over, at whatever time the tests run. */
const TOMORROW = inDays(1);

/** All pages that there are, some of them with more than one choice. */
export const PAGES: readonly PageOfPortal[] = [
  { path: "/", shows: "我们接下来的预约" },
  { path: "/sign-in", shows: "平台管理员" },
  { path: "/resources?kind=VENUE", shows: /共 \d+ 项/ },
  { path: "/resources?view=list&place=445202", shows: /共 \d+ 项/ },
  { path: "/resources/new", shows: "阵地类型" },
  { path: `/board?place=445202&day=${TOMORROW}`, shows: "空闲" },
  { path: `/board?place=445202&day=${TOMORROW}&view=week`, shows: "空闲" },
  { path: "/bookings", shows: "我们预约的" },
  { path: "/bookings?of=offered&when=all", shows: "预约我们的" },
  { path: "/bookings/waiting", shows: "没有在等候的时段" },
  { path: "/basket", shows: "预约篮是空的" },
  { path: "/bookings/$id", shows: "预约单位", finds: bookRoom },
  { path: "/overview", shows: "逾期的在前", as: "445202-clerk" },
  { path: "/needs?kind=WISH", shows: /共 \d+ 项/ },
  { path: "/needs/new?kind=WISH", shows: "不写心愿是谁的" },
  { path: "/needs/$id", shows: "提出单位", finds: "{ needs(first: 1) { nodes { id } } }" },
  { path: "/needs/$id/edit", shows: "不改了", finds: postNeed },
  { path: "/rounds", shows: "发起征集", as: "445202-secretary" },
  {
    path: "/rounds/$id",
    shows: "已提交的需求",
    finds: "{ collectionRounds(first: 1) { nodes { id } } }",
    as: "445202-secretary",
  },
  { path: "/agreements?ends=3660", shows: /共 \d+ 项/ },
  { path: "/agreements/new", shows: "添加一方" },
  {
    path: "/agreements/$id",
    shows: "承诺事项",
    finds: "{ agreements(first: 1, filter: { states: [ACTIVE, EXPIRED] }) { nodes { id } } }",
  },
  { path: "/committees?place=445202", shows: "您的委员会" },
  { path: "/committees?level=STREET", shows: /共 \d+ 项/ },
  { path: "/agreements/$id/edit", shows: "添加一方", finds: draftAgreement },
  {
    path: "/committees/$id",
    shows: "上下级委员会",
    finds:
      '{ committees(filter: { regionCode: "445202", levels: [STREET] }, first: 1) { nodes { id } } }',
  },
  {
    path: "/organizations/$id",
    shows: "所在委员会",
    finds: "{ viewer { organization { id } } }",
  },
  { path: "/contact-cards?text=书记", shows: /共 \d+ 项/ },
  { path: "/registrations?state=ACCEPTED", shows: /共 \d+ 项/ },
  { path: "/registrations/balance?place=445202", shows: "榕城区的报到均衡" },
  { path: "/figures?place=445202&from=2022-01-01&to=2023-12-31", shows: "3932" },
  {
    path: "/resources/$id",
    shows: "预约方式",
    finds:
      '{ resources(filter: { kinds: [VENUE], regionCode: "445202" }, first: 1) { nodes { id } } }',
  },
  {
    path: "/resources/$id/edit",
    shows: "不改了",
    finds: "{ viewer { organization { resources(first: 1) { nodes { id } } } } }",
  },
  {
    path: "/resources/$id/terms",
    shows: "添加一段",
    finds: "{ viewer { organization { resources(first: 1) { nodes { id } } } } }",
  },
  { path: "/calendar?view=month&day=2023-06-01", shows: "2023年6月" },
  { path: "/calendar?view=week&day=2023-06-26", shows: "2023年6月" },
  { path: "/calendar?view=list&day=2023-06-01", shows: "6月4日" },
  { path: "/activities/new?kind=MEETING", shows: "列入日历后" },
  { path: "/calendar/addresses", shows: "有效的地址" },
  { path: "/meetings?time=past&place=445202", shows: /共 \d+ 项/ },
  { path: "/issues?state=all&place=445202", shows: /共 \d+ 项/ },
  { path: "/issues/new", shows: "责任单位" },
  {
    path: "/activities/$id",
    shows: "通报上次会议事项办理情况",
    finds: `{ activities(filter: { kinds: [MEETING], regionCode: "445202" }, first: 1) { nodes { id } } }`,
    as: SECRETARY,
  },
  {
    path: "/issues/$id",
    shows: "办理结果",
    finds: `{ issues(filter: { states: [RESOLVED], regionCode: "445202" }, first: 1) { nodes { id } } }`,
    as: SECRETARY,
  },
  { path: "/nowhere", shows: "没有找到" },
  { path: "/office", shows: "您代表的单位" },
  { path: "/office/organizations?kind=SCHOOL", shows: /共 \d+ 项/, as: OPERATOR },
  {
    path: "/office/organizations/$id",
    shows: "名称和品牌",
    finds: '{ organizations(filter: { regionCode: "445202" }, first: 1) { nodes { id } } }',
    as: OPERATOR,
  },
  {
    path: "/office/organizations/$id/merge?into=$unit",
    shows: "转到并入后单位名下",
    finds:
      '{ organizations(filter: { regionCode: "445202", kinds: [PRIVATE_COMPANY] }, first: 2) { nodes { id } } }',
    as: OPERATOR,
  },
  { path: "/office/organizations/new", shows: "统一社会信用代码", as: OPERATOR },
  { path: "/office/committees", shows: /第 \d+ 届/, as: OPERATOR },
  { path: "/office/regions", shows: "添加下级", as: OPERATOR },
  { path: "/office/appointments?role=AUDITOR", shows: "解除任命", as: OPERATOR },
  { path: "/audit", shows: /存为表格|没有符合条件的记录/, as: AUDITOR },
  { path: "/partners", shows: "登记推送地址" },
  { path: "/partners?part=keys", shows: "登记合作系统" },
  { path: "/partners/webhooks/$id", shows: "测试推送", finds: createWebhookEndpoint },
  { path: "/office/committees/new", shows: "依托的党组织", as: OPERATOR },
  { path: "/settings", shows: "此平台还没有设置发信服务" },
  {
    path: "/office/committees/$id/leaving?unit=$unit",
    shows: /未了结的事项/,
    finds: `{ viewer { roles { committee { id memberUnits(first: 1) { nodes { organization { id } } } } } } }`,
    as: SECRETARY,
  },
  ...[
    ["units", "吸收成员单位"],
    ["applications", "没有待答复的申请"],
    ["seats", "任命委员"],
    ["terms", "下一届"],
    ["deputies", "现由书记主持"],
    ["settings", "曾用名"],
  ].map(([part = "", shows = ""]) => ({
    path: `/office/committees/$id?part=${part}`,
    shows,
    finds: "{ viewer { roles { committee { id } } } }",
    as: SECRETARY,
  })),
];

/** Pages that are looked at elsewhere, with the reason. */
export const LOOKED_AT_ELSEWHERE: Readonly<Record<string, string>> = {
  "/sign-in/return": "Only an issuer leads there: oidc-sign-in.test.ts looks at it.",
};

/** The ids in an answer, in order. */
export const idsIn = (answer: unknown): string[] =>
  [...JSON.stringify(answer).matchAll(/"id":"([^"]+)"/g)].map(([, id = ""]) => id);

/** The first id in an answer. */
const idIn = (answer: unknown): string => idsIn(answer)[0] ?? "";

/** Sends a mutation as the liaison; what it answers. */
async function change(
  hub: TestHub,
  { name, fields }: { readonly name: string; readonly fields: string },
  input: object,
): Promise<unknown> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation M($input: ${type}) { ${name}(input: $input) { ${fields} } }`;
  const { data, errors } = await hub.ask(query, { input }, LIAISON);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}

/** A draft of two units of a committee, one of them the liaison's. */
async function draftAgreement(hub: TestHub): Promise<unknown> {
  const query = `{ viewer { organization { id memberships(first: 1) { nodes { committee { id
    memberUnits(first: 2) { nodes { organization { id } } } } } } } } }`;
  const { data } = await hub.ask(query, {}, LIAISON);
  const unit = data["viewer"]?.["organization"];
  const committee = unit?.["memberships"]?.["nodes"]?.[0]?.["committee"];
  const others = committee?.["memberUnits"]?.["nodes"]?.map((one) => one["organization"]?.["id"]);
  const partyIds = [...new Set([unit?.["id"], ...(others ?? [])])].slice(0, 2);
  const term = { termFrom: "2026-01-01", termTo: "2026-12-31" };
  const input = { committeeId: committee?.["id"], title: "共建协议", partyIds, ...term };
  return await change(hub, { name: "draftAgreement", fields: "agreement { id }" }, input);
}

/** A time in a room. */
async function bookRoom(hub: TestHub): Promise<unknown> {
  const { data } = await hub.ask(
    '{ resources(filter: { kinds: [VENUE], regionCode: "445202" }, first: 1) { nodes { id } } }',
  );
  const during = { start: inHours(24 * 50), end: inHours(24 * 50 + 1) };
  const input = { resourceId: idIn(data), organizationId: unitOf(LIAISON), during };
  return await change(hub, { name: "bookResource", fields: "booking { id }" }, input);
}

async function postNeed(hub: TestHub): Promise<unknown> {
  const { data } = await hub.ask("{ viewer { organization { id } } }", {}, LIAISON);
  const what = { title: "义诊医生", kind: "EXPERTISE", audience: "ALLIANCE" };
  return await change(
    hub,
    { name: "postNeed", fields: "need { id }" },
    { organizationId: idIn(data), ...what },
  );
}

async function createWebhookEndpoint(hub: TestHub): Promise<unknown> {
  const { data } = await hub.ask("{ viewer { organization { id } } }", {}, LIAISON);
  const input = { organizationId: idIn(data), address: "http://127.0.0.1/hooks" };
  return await change(hub, { name: "createWebhookEndpoint", fields: "endpoint { id }" }, input);
}
