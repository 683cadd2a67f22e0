import { cycled } from "./spread.ts";

/** Kinds of units, and how their credit codes begin (GB 32100-2015, 4.1 and 4.2). */
export const UNIT_KINDS = [
  { kind: "PUBLIC_INSTITUTION", category: "12" },
  { kind: "STATE_OWNED_COMPANY", category: "91" },
  { kind: "SCHOOL", category: "12" },
  { kind: "PRIVATE_COMPANY", category: "91" },
  { kind: "HOSPITAL", category: "12" },
  { kind: "GOVERNMENT", category: "11" },
  { kind: "SOCIAL_ORGANIZATION", category: "51" },
] as const;

export type UnitKind = (typeof UNIT_KINDS)[number]["kind"];

/** Parts of a town that every town has, so that a name made of them is nobody's. */
const QUARTERS = words(
  "城东 城西 城南 城北 东门 西门 南门 北门 滨河 站前 东关 西关 南关 北关 河东 河西 桥头 湖滨 老城 新区",
);

/** Units that a town has once, the larger ones first, and those that each of its quarters may have. */
const NAMES: Readonly<
  Record<UnitKind, { once: readonly string[]; everywhere: readonly string[] }>
> = {
  PUBLIC_INSTITUTION: {
    once: words(
      "图书馆 文化馆 疾病预防控制中心 青少年活动中心 融媒体中心 体育中心 老年大学 市政养护中心 档案馆 公共就业服务中心 园林绿化所 农业技术推广站 不动产登记中心 气象台 博物馆 环境监测站",
    ),
    everywhere: words("文化站 环卫所 水利管理站 社会保障服务所"),
  },
  STATE_OWNED_COMPANY: {
    once: words(
      "供电公司 自来水公司 公交公司 燃气公司 城市建设投资公司 邮政公司 通信公司 农商银行 粮食储备库 热力公司 建筑工程公司 广电网络公司 排水公司 水利水电工程公司",
    ),
    everywhere: words("供电所 邮政支局 公交站场 自来水营业所"),
  },
  SCHOOL: {
    once: words(
      "第三中学 实验小学 第一中学 职业技术学校 实验幼儿园 第二小学 第二中学 特殊教育学校 第一小学 教师进修学校 机关幼儿园 第四中学 第五小学 外国语学校",
    ),
    everywhere: words("小学 幼儿园 初级中学 中心学校"),
  },
  PRIVATE_COMPANY: {
    once: words(
      "百货商场 物流园 软件园 农产品批发市场 食品加工厂 服装厂 电子商务产业园 家政服务公司 汽车修理厂 建材市场 装饰工程公司 律师事务所 驾驶培训学校 影城",
    ),
    everywhere: words("农贸市场 超市 酒店 药店"),
  },
  HOSPITAL: {
    once: words(
      "人民医院 中医院 妇幼保健院 第二人民医院 康复医院 口腔医院 眼科医院 老年护理院 精神卫生中心 急救中心",
    ),
    everywhere: words("社区卫生服务中心 卫生服务站 门诊部 护理站"),
  },
  GOVERNMENT: {
    once: words(
      "市场监督管理局 司法局 教育局 民政局 税务局 卫生健康局 消防救援大队 文化和旅游局 住房和城乡建设局 交通运输局 人力资源和社会保障局 应急管理局 城市管理局 交警大队",
    ),
    everywhere: words("派出所 司法所 税务所 城管中队 消防救援站"),
  },
  SOCIAL_ORGANIZATION: {
    once: words(
      "志愿者协会 老年人协会 社会工作服务中心 商会 书法家协会 慈善会 个体劳动者协会 摄影家协会 太极拳协会 心理咨询协会 餐饮行业协会 爱心助学会 戏曲票友会 广场舞协会",
    ),
    everywhere: words("社工站 志愿服务站 养老服务中心 文体协会"),
  },
};

/**
 * What the nth unit of a kind in a place is called, from 0: 人民医院, 第三中学, 供电公司, and later 城东小学.
 * Different for each n that a place comes to.
 */
export function unitName(kind: UnitKind, at: number): string {
  const { once, everywhere } = NAMES[kind];
  const name = once[at];
  if (name !== undefined) return name;
  const further = at - once.length;
  const round = Math.floor(further / QUARTERS.length);
  if (round >= everywhere.length) throw new RangeError(`There is no name for ${kind} ${at}`);
  return `${cycled(QUARTERS, further)}${cycled(everywhere, further + round)}`;
}

function words(text: string): readonly string[] {
  return text.split(" ");
}
