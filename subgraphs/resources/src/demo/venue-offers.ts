import type { UnitKind } from "@alliance-hub/demonstration/unit-names";
import { type Offer, offer } from "./offer.ts";

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
