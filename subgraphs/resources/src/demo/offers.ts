import type { UnitKind } from "@alliance-hub/demonstration/unit-names";
import type { ResourceKind } from "../vocabulary/resource-kind.ts";

/** What a unit may offer: a pattern of a resource. */
export interface Offer {
  readonly title: string;
  readonly kind: ResourceKind;
  /** How many can be booked at once; null if it is not counted. */
  readonly capacity: number | null;
  readonly unit: string | null;
  /** Bookings need the provider's approval. */
  readonly approval: boolean;
  /** What the provider may say of it; one of these. */
  readonly says: readonly string[];
}

type Counted = readonly [capacity: number, unit: string];

function offer(
  kind: ResourceKind,
  title: string,
  of: { readonly counted?: Counted; readonly approval?: true; readonly says: readonly string[] },
): Offer {
  const [capacity, unit] = of.counted ?? [null, null];
  return { kind, title, capacity, unit, approval: of.approval ?? false, says: of.says };
}

/** Venues of units, by what they are: a school has a sports hall, a hospital a lecture room. */
export const VENUE_OFFERS: Readonly<Record<UnitKind, readonly Offer[]>> = {
  PUBLIC_INSTITUTION: [
    offer("VENUE", "报告厅", {
      counted: [1, "个"],
      approval: true,
      says: [
        "固定座椅 260 席，舞台宽 12 米，有追光和返听音箱。演出请提前一天来走台。",
        "阶梯式，180 席，双屏投影。音控由我们的人操作，请在用途里写明要几支话筒。",
      ],
    }),
    offer("VENUE", "阅览室", {
      counted: [30, "座"],
      says: [
        "按座位预约，读书会最多 30 人。书可以借出，离开前请放回推车。",
        "临窗两排长桌，有饮水机。请轻声，周一闭馆。",
      ],
    }),
    offer("VENUE", "展厅", {
      counted: [1, "个"],
      says: ["墙面可挂展板 60 米，射灯可调。布展和撤展各留半天，请一并约上。"],
    }),
  ],
  STATE_OWNED_COMPANY: [
    offer("VENUE", "职工之家", {
      counted: [1, "间"],
      says: [
        "一楼，乒乓球桌两张、跑步机三台，可坐 40 人开会。工作日下班后和周末对成员单位开放。",
        "活动室带茶水间，桌椅可以围成圈，适合座谈。停车请走北门。",
      ],
    }),
    offer("VENUE", "会议室", {
      counted: [1, "间"],
      approval: true,
      says: [
        "可坐 60 人，有视频会议系统。进大门要登记，名单请写在用途里或者提前一天发给联络员。",
        "圆桌 24 席，外围加座 20。公司临时有调度会时可能要请各单位改期，望理解。",
      ],
    }),
  ],
  SCHOOL: [
    offer("VENUE", "体育馆", {
      counted: [1, "个"],
      approval: true,
      says: [
        "木地板，羽毛球场四片，看台 300 座。上课日只能约晚上，周末和假期全天可用；请穿软底鞋。",
        "可打篮球、排球，有更衣室，冬天不供暖。校门口登记后从东侧进馆。",
      ],
    }),
    offer("VENUE", "阶梯教室", {
      counted: [1, "间"],
      says: [
        "120 座，投影和扩音齐全，周末空着居多。黑板请擦净。",
        "三楼，没有电梯，老年人参加的活动请另选一处。可坐 150 人。",
      ],
    }),
    offer("VENUE", "运动场", {
      counted: [2, "片"],
      says: ["塑胶跑道，足球场分两个半场预约。雨后积水请改期，放学后到天黑前最合适。"],
    }),
  ],
  PRIVATE_COMPANY: [
    offer("VENUE", "培训室", {
      counted: [1, "间"],
      says: [
        "课桌式 40 座，白板两块，有咖啡。对成员单位不收场地费。",
        "可坐 25 人，隔壁是仓库，上午装卸有些声响，下午安静。",
      ],
    }),
    offer("VENUE", "停车场夜间车位", {
      counted: [40, "个"],
      says: ["晚七点到次日早七点，地面车位 40 个，按个预约，登记车牌后抬杆。早上请准时挪车。"],
    }),
  ],
  HOSPITAL: [
    offer("VENUE", "健康教育室", {
      counted: [1, "间"],
      says: [
        "门诊楼四楼，50 座，有人体模型和心肺复苏假人，急救培训可以一并借用。",
        "可坐 35 人，适合健康讲座。门诊时间电梯拥挤，请留出一刻钟。",
      ],
    }),
    offer("VENUE", "学术报告厅", {
      counted: [1, "个"],
      approval: true,
      says: ["200 座，带同步录像。院内教学优先，一般周三、周五下午空闲。"],
    }),
  ],
  GOVERNMENT: [
    offer("VENUE", "会议室", {
      counted: [1, "间"],
      approval: true,
      says: [
        "可坐 30 人，有投影、没有茶水服务。机关大院凭名单进门。",
        "二楼小会议室，16 席，适合碰头会。上级有会时让一让，我们会提前半天电话说明。",
      ],
    }),
    offer("VENUE", "调解室", {
      counted: [1, "间"],
      says: ["圆桌八席，安静，门外有等候区。调解员可以一起约，电话里先说清大致事由。"],
    }),
  ],
  SOCIAL_ORGANIZATION: [
    offer("VENUE", "活动室", {
      counted: [1, "间"],
      says: [
        "一楼临街，60 平方米，有镜子和把杆，排练合适。晚九点前请结束，楼上有住户。",
        "可坐 30 人，折叠桌椅自己摆、自己收。卫生工具在门后。",
      ],
    }),
  ],
};

/** What units offer besides venues. */
export const OFFERS: Readonly<Record<UnitKind, readonly Offer[]>> = {
  PUBLIC_INSTITUTION: [
    offer("EQUIPMENT", "投影仪", {
      counted: [3, "台"],
      says: [
        "带高清线和转接头，三台亮度相同，室内用。来取的人请签字，第二天上班前还。",
        "3500 流明，附移动幕布两块。灯泡怕断电，用完等风扇停了再拔插头。",
      ],
    }),
    offer("SERVICE", "文艺演出", {
      counted: [1, "场"],
      approval: true,
      says: [
        "歌舞、快板、戏曲选段，一场 70 分钟左右，演员 15 人。需要 6 米见方的平地和 220 伏电源。",
        "可以按主题编排，请提前三周说明，好排练。演员的盒饭由邀请单位准备。",
      ],
    }),
    offer("EXPERTISE", "文艺辅导老师", {
      counted: [2, "人"],
      says: ["合唱、广场舞各一位，可以每周固定时间上门。第一次课先看看大家的底子，再定曲目。"],
    }),
    offer("INFORMATION", "公益培训课程表", {
      says: ["每季度末更新，写明课程、地点、名额和报名办法，居民凭身份证明现场报名。"],
    }),
  ],
  STATE_OWNED_COMPANY: [
    offer("EQUIPMENT", "大巴车", {
      counted: [1, "辆"],
      approval: true,
      says: [
        "45 座，带司机，市内往返。油费由用车单位出，请至少提前五个工作日。",
        "33 座，安全带齐全。只在周末和节假日外借，行程请写在用途里。",
      ],
    }),
    offer("SERVICE", "水电检修服务", {
      counted: [2, "组"],
      says: [
        "每组两人，带工具上门，查线路老化、漏水和阀门。材料按成本价，工时不收费。",
        "优先查独居老人家里和老旧楼道，查完留一张单子，写明哪些要换。",
      ],
    }),
    offer("EQUIPMENT", "应急发电机", {
      counted: [1, "台"],
      says: ["30 千瓦，拖车式，随车一名电工。防汛期间留作备用，可能要临时收回。"],
    }),
    offer("FUNDS", "共建经费", {
      says: [
        "每年一笔，用于共建协议里写明的项目，凭发票和照片结算。",
        "单个项目以五千元为限，优先楼道照明、扶手、长椅这类小修小补。",
      ],
    }),
    offer("INFORMATION", "岗位招聘信息", {
      says: ["每月初发布，含保洁、抄表、客服等岗位，注明工资和社保，供各社区公告栏张贴。"],
    }),
  ],
  SCHOOL: [
    offer("SERVICE", "课后托管服务", {
      counted: [30, "个"],
      says: [
        "周一至周五放学后到六点，按名额预约，成员单位职工子女都可以来，带上作业和水杯。",
        "寒暑假上午班，老师看护、写作业、做手工，午饭自理。",
      ],
    }),
    offer("EXPERTISE", "书法教师", {
      counted: [1, "人"],
      says: [
        "教楷书和春联，成人、孩子都能带，笔墨我们出，纸请自备。",
        "周末可到社区上课，一次一个半小时，20 人以内效果最好。",
      ],
    }),
    offer("EXPERTISE", "党课讲师", {
      counted: [1, "人"],
      approval: true,
      says: ["可讲党史故事、本地先锋人物和基层治理三个专题，每讲 60 分钟，留一刻钟答问。"],
    }),
    offer("EQUIPMENT", "音响设备", {
      counted: [1, "套"],
      says: [
        "两只有源音箱、四支无线话筒、一台调音台，广场活动够用。电池请自带。",
        "拉杆音箱加两支话筒，一个人就能推走。还的时候说一声哪里接触不好。",
      ],
    }),
  ],
  PRIVATE_COMPANY: [
    offer("EQUIPMENT", "折叠桌椅", {
      counted: [200, "套"],
      says: [
        "一桌两椅为一套，最多 200 套，送到现场，当天下班前回收。少一把要补一把。",
        "白色折叠桌，适合摆摊和登记。数量多时请提前三天，好安排货车。",
      ],
    }),
    offer("SERVICE", "家电维修服务", {
      counted: [2, "组"],
      says: ["电饭煲、风扇、收音机现场修，换件只收成本。大件先拍照片发来看看。"],
    }),
    offer("FUNDS", "慰问物资", {
      says: [
        "米、油、毛巾被，按份准备，重阳和春节前各一批。请社区先报人数，不用报姓名。",
        "临期食品不进清单，日用品为主，送到社区再由网格员分发。",
      ],
    }),
    offer("POST", "暑期实习岗位", {
      counted: [5, "个"],
      says: ["收银、仓储、平面设计各若干，满 18 岁，包一顿午饭，六月里报名。"],
    }),
  ],
  HOSPITAL: [
    offer("SERVICE", "义诊服务", {
      counted: [1, "场"],
      says: [
        "内科、骨科、中医各一名医生，两名护士，量血压、测血糖。半天一场，请备好桌椅和遮阳棚。",
        "可按居民情况配科室，例如眼科筛查或儿童口腔检查，提前十天商量。",
      ],
    }),
    offer("EXPERTISE", "急救培训讲师", {
      counted: [2, "人"],
      says: [
        "教心肺复苏和海姆立克急救法，带假人，30 人一班，讲完人人动手。",
        "一次 90 分钟，适合学校、物业和保安队。需要能铺垫子的空地。",
      ],
    }),
    offer("EQUIPMENT", "便携体检设备", {
      counted: [1, "套"],
      approval: true,
      says: ["含心电图机、血糖仪和身高体重仪，只随医护人员一起出，不单独外借。"],
    }),
    offer("SERVICE", "健康讲座", {
      counted: [1, "场"],
      says: ["高血压、糖尿病、腰腿痛、儿童近视，四个题目任选，讲完可以单独问。"],
    }),
  ],
  GOVERNMENT: [
    offer("EXPERTISE", "法律咨询", {
      counted: [2, "人"],
      says: [
        "婚姻、赡养、劳动合同、物业纠纷，一次半天，每人大约十五分钟，先来先问。",
        "工作人员轮流坐班，可以上门普法。正在打官司的事请先找自己的律师。",
      ],
    }),
    offer("SERVICE", "反诈宣讲", {
      counted: [1, "场"],
      says: [
        "讲本地近三个月的真实案例，隐去姓名。40 分钟，老人和学生各有一版。",
        "带展板和小册子，可以和别的活动拼在一起办。",
      ],
    }),
    offer("INFORMATION", "惠企政策汇编", {
      says: ["社保补贴、减税、贷款贴息按行业分好，每半年更新，后面附办事窗口和所需材料。"],
    }),
    offer("EXPERTISE", "消防培训教官", {
      counted: [1, "人"],
      says: ["教灭火器、逃生和电动车充电安全，能带一具烟雾帐篷，需要操场或空地。"],
    }),
    offer("EQUIPMENT", "宣传展板", {
      counted: [20, "块"],
      says: ["1.2 米宽，铝合金支架，按块借。画面可以用现成的，也可以自己喷绘后换上。"],
    }),
  ],
  SOCIAL_ORGANIZATION: [
    offer("EXPERTISE", "心理咨询师", {
      counted: [1, "人"],
      approval: true,
      says: [
        "持证，擅长亲子沟通和老年人情绪，团体辅导 12 人以内，个案谈话要先电话约。",
        "考前减压、丧亲陪伴、职场压力，都可以开小组。谈话内容不记名、不外传。",
      ],
    }),
    offer("SERVICE", "理发服务", {
      counted: [4, "位"],
      says: ["四位师傅，工具自带，半天能理 40 人左右。行动不便的可以上门，请先告诉我们楼层。"],
    }),
    offer("POST", "便民志愿岗", {
      counted: [10, "个"],
      says: [
        "每周六上午，帮老人用手机挂号、交费，先培训一次再上岗。",
        "垃圾分类桶边值守，早晚各一小时，马甲和手套现场领。",
      ],
    }),
    offer("EXPERTISE", "太极拳教练", {
      counted: [1, "人"],
      says: ["二十四式，清晨或傍晚在广场教，零基础也行，学三个月能打完整套。"],
    }),
  ],
};
