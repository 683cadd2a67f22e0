import type { Chance } from "./chance.ts";
import type { DemonstrationVenueKind } from "./venues.ts";

/** What sets one of several stations of a community apart from the others. */
const SITES: Readonly<Partial<Record<DemonstrationVenueKind, readonly string[]>>> = {
  RED_STATION: ["滨河", "广场", "学府", "车站", "邻里", "商圈"],
  MICRO_STATION: ["楼栋", "长廊", "集市", "绿地", "庭院", "街角"],
  SERVICE_POINT: ["东区", "西区", "南区", "北区"],
};

/** By what a station is called where its community has several, or its kind is many: 滨河红色驿站. */
export function siteName(kind: DemonstrationVenueKind, at: number): string | undefined {
  const sites = SITES[kind];
  return sites?.[at % sites.length];
}

const HALLS = ["多功能厅", "大会议室", "党员活动室", "议事厅", "培训教室"];
const EQUIPMENT = [
  "投影和无线话筒",
  "一体机和可移动桌椅",
  "音响、白板和饮水机",
  "投影幕布，另有备用音箱",
  "会议平板，可以接笔记本电脑",
];
const ACCESS = [
  "一楼，门口有坡道，轮椅可以直接进。",
  "二楼，有电梯。",
  "临街，公交站走过来三分钟。",
  "院内可停六辆车，多了请停路边车位。",
  "楼上是老年食堂，午间人多，请错开。",
  "门口有电动车充电棚。",
];
const RULES = [
  "工作日由值班人员开门，周末请提前一天电话确认。",
  "用完请把桌椅摆回原样，关灯锁窗。",
  "自带茶杯，垃圾请带走。",
  "晚上最迟九点结束，免得打扰楼上住户。",
  "居民自办活动优先安排在周末下午。",
  "超过 40 人的活动请先来看一次场地。",
];
const OF_STATION = [
  "户外劳动者歇脚的地方，有热水、微波炉、充电线和雨具。预约的是里间小会议桌。",
  "两张长桌、十来把椅子，墙上是便民电话和办事指南，开小组会正好。",
  "平时是读报角，预约后可以关门开会，书架请勿移动。",
  "环卫工、快递员常来，请留出靠门的两张座位。",
];
const OF_MICRO = [
  "楼下架空层改的，四张石桌加折叠椅，遮雨不挡风，适合二十人以内的碰头会。",
  "小院里一间平房，墙上有宣传栏，居民议事多在这里。",
  "街边一角，八个座位，能摆两块展板，适合现场咨询。",
  "花架下的长椅区，插座在配电箱旁，要用电请先打电话。",
  "门卫室旁的一间屋，有桌有灯，晚上也能用。",
];

/** What those who run a venue say of it. */
export function venueText(kind: DemonstrationVenueKind, chance: Chance): string {
  const { pick, between } = chance;
  switch (kind) {
    case "RED_STATION":
    case "ESTATE_STATION":
    case "SERVICE_POINT":
      return `${pick(OF_STATION)}${pick(RULES)}`;
    case "MICRO_STATION":
      return `${pick(OF_MICRO)}${pick(RULES)}`;
    case "SCENIC_AREA_STATION":
      return `游客中心一侧，${between(20, 40)} 座，有${pick(EQUIPMENT)}。节假日游客多，当天请走员工通道。${pick(RULES)}`;
    case "STREET_CENTRE":
      return `${pick(HALLS)} ${between(10, 24) * 10} 座，有${pick(EQUIPMENT)}；另有小会议室可以分组讨论。${pick(ACCESS)}${pick(RULES)}`;
    default:
      return `${pick(HALLS)} ${between(6, 18) * 5} 座，配${pick(EQUIPMENT)}。${pick(ACCESS)}${pick(RULES)}`;
  }
}

/** How much of a venue can be booked at once: most are booked as a whole. */
export function venueCapacity(
  kind: DemonstrationVenueKind,
  chance: Chance,
): { readonly capacity: number; readonly unit: string } {
  switch (kind) {
    case "MICRO_STATION":
    case "SERVICE_POINT":
      return { capacity: chance.between(4, 12) * 2, unit: "座" };
    case "PARTY_CENTRE":
    case "COMMUNITY_CENTRE":
      return chance.onceIn(4)
        ? { capacity: chance.between(2, 3), unit: "间" }
        : { capacity: 1, unit: "场" };
    default:
      return { capacity: 1, unit: "场" };
  }
}
