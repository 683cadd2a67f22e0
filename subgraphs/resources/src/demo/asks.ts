import type { NeedKind } from "../nouns/need/need.entity.ts";

/** What somebody may need. A wish names the thing, never the person it is for. */
export interface Ask {
  readonly kind: NeedKind;
  readonly title: string;
  readonly quantity: number;
  readonly unit: string;
  /** What whoever asks may say of it; one of these. */
  readonly says: readonly string[];
}

/** What communities and units ask for. */
export const ASKS: readonly Ask[] = [
  {
    kind: "EXPERTISE",
    title: "法律顾问",
    quantity: 1,
    unit: "人",
    says: [
      "近来物业费和停车位的纠纷多，想请一位律师每月来坐半天，给居民说清楚流程。",
      "业主委员会换届前要审一遍议事规则，需要懂物业条例的人帮着看看文本。",
    ],
  },
  {
    kind: "WISH",
    title: "微心愿：护眼台灯",
    quantity: 2,
    unit: "盏",
    says: ["给写作业的孩子，插电的就好，亮度能调更合适。", "书桌靠墙背光，盼着开学前能用上。"],
  },
  {
    kind: "SERVICE",
    title: "老年人义诊",
    quantity: 1,
    unit: "场",
    says: [
      "辖区 60 岁以上居民多，希望有骨科和眼科。场地、桌椅由我们准备，大约来 80 人。",
      "量血压、测血糖之外，想请中医讲讲换季怎么调养，安排在上午。",
    ],
  },
  {
    kind: "VENUE",
    title: "居民议事场地",
    quantity: 1,
    unit: "处",
    says: [
      "中心在修，两个月里每周要一间能坐 30 人的屋子，晚上七点到九点。",
      "加装电梯要开几次楼栋会，离小区近、老人走得到的最好。",
    ],
  },
  {
    kind: "WISH",
    title: "微心愿：收音机",
    quantity: 3,
    unit: "台",
    says: [
      "听戏用，按键大、声音响的老式收音机，带电池。",
      "给视力不好的老人解闷，能收本地台就行。",
    ],
  },
  {
    kind: "EQUIPMENT",
    title: "投影设备",
    quantity: 1,
    unit: "台",
    says: [
      "暑期放八场露天电影，要一台亮些的投影和三米幕布，用完当晚归还。",
      "党课要用，借一个下午，最好能来人教一次怎么接线。",
    ],
  },
  {
    kind: "FUNDS",
    title: "楼道照明改造经费",
    quantity: 1,
    unit: "项",
    says: [
      "六个单元的声控灯坏了一半，预算八千元，居民自筹三成，还差一部分。",
      "老旧楼道换灯带扶手，施工方已经报过价，清单可以来社区看。",
    ],
  },
  {
    kind: "WISH",
    title: "微心愿：儿童绘本",
    quantity: 20,
    unit: "册",
    says: ["放在社区书架上轮流看，学前到二年级的都要，旧书也欢迎，请不要缺页。"],
  },
  {
    kind: "POST",
    title: "居民就业岗位",
    quantity: 6,
    unit: "个",
    says: [
      "有几位四五十岁的居民想找离家近的活，保洁、帮厨、门卫都可以，能交社保最好。",
      "应届毕业生的见习岗位，文员或客服，下个月开始。",
    ],
  },
  {
    kind: "INFORMATION",
    title: "培训课程信息",
    quantity: 1,
    unit: "份",
    says: ["想知道今年有哪些免费的电工、育婴、养老护理班，名额和报名时间写清楚就行。"],
  },
  {
    kind: "SERVICE",
    title: "水电维修志愿者",
    quantity: 4,
    unit: "人",
    says: [
      "每月第一个周六便民日，帮居民换水龙头、查插座，材料我们备。",
      "入冬前想把独居老人家里的线路都看一遍，大约 30 户，分两天走完。",
    ],
  },
  {
    kind: "EXPERTISE",
    title: "合唱指导老师",
    quantity: 1,
    unit: "人",
    says: ["合唱队 25 人，要参加街道汇演，想请老师来排四次，晚上或周末都行。"],
  },
  {
    kind: "EQUIPMENT",
    title: "折叠桌椅",
    quantity: 30,
    unit: "套",
    says: ["邻里节摆摊用一天，我们自己派车去拉，当天傍晚送回。"],
  },
  {
    kind: "SERVICE",
    title: "暑期托管志愿者",
    quantity: 5,
    unit: "人",
    says: ["七八月每天上午，看作业、讲安全、做手工，大学生和退休教师都欢迎。"],
  },
];
