interface NounWords {
  readonly name: string;
  /** What is told of such records, by type. */
  readonly types: Readonly<Record<string, string>>;
}

/**
 * What units are told of, by the types of records and of notices. What only committees or persons are told is
 * not here, for no webhook takes it. A test holds the table equal to the kinds of notices.
 */
export const UNIT_NOTICES: Readonly<Record<string, NounWords>> = {
  Booking: {
    name: "预约",
    types: {
      REQUESTED: "有单位申请",
      BOOKED: "有单位预约",
      CONFIRMED: "已同意",
      DENIED: "未同意",
      CANCELLED: "取消",
      REMINDER: "前一天提醒",
      DONE: "完成",
      HANDED_OVER: "转由别的单位使用",
      SERIES_REQUESTED: "有单位申请系列预约",
      SERIES_BOOKED: "有单位系列预约",
      SERIES_CHANGED: "系列预约已更改",
      SERIES_CHANGE_REQUESTED: "有单位申请更改系列预约",
      SERIES_CANCELLED: "系列预约已取消",
      NOT_USED: "预约无人使用",
      SERIES_UNUSED: "系列预约连续无人使用",
      SERIES_KEPT: "系列预约予以保留",
      SERIES_UNANSWERED: "系列预约未答复是否保留",
      CHANGED: "已改期",
      CHANGE_REQUESTED: "申请改期",
      CHANGE_DENIED: "未同意改期",
      BLOCKED: "资源停用",
      UNBLOCKED: "停用取消",
      OUTSIDE_HOURS: "不在新的开放时间内",
    },
  },
  WaitingEntry: {
    name: "候补",
    types: {
      OFFERED: "时段空出，待接受",
      LAPSED: "逾时未接受",
      HAD: "候补已得",
      IN_VAIN: "候补未成",
      BLOCKED: "停用，暂不能用",
      TAKEN: "已由其他单位使用",
    },
  },
  Activity: {
    name: "活动",
    types: {
      SCHEDULED: "排定",
      RESCHEDULED: "改期",
      CANCELLED: "取消",
      REMINDER: "前一天提醒",
      HELD: "已举办",
      CORRECTED: "内容更正",
      REOPENED: "恢复为待举办",
      PARTICIPANT_INVITED: "受邀参加",
      PARTICIPANT_JOINED: "有单位参加",
      PARTICIPANT_DECLINED: "有单位谢绝邀请",
      PARTICIPANT_LEFT: "有单位退出",
      ATTENDANCE_RECORDED: "登记了人次",
      AGENDA_CHANGED: "议程变动",
      HANDED_OVER: "改由别的单位主办",
    },
  },
  Agreement: {
    name: "共建协议",
    types: {
      DRAFTED: "起草",
      PROPOSED: "等待签署",
      RETRACTED: "退回草稿",
      SIGNED: "一方签署",
      ACTIVATED: "生效",
      TERMINATED: "终止",
      ENDS_SOON: "即将到期",
      FULFILMENT_RECORDED: "登记了兑现",
    },
  },
  Need: { name: "需求", types: { HANDED_OVER: "转由别的单位提出" } },
  CollectionRound: { name: "清单征集", types: { OPENED: "开始", CHANGED: "变动", CLOSED: "结束" } },
  Issue: {
    name: "问题",
    types: {
      RAISED: "由本单位负责",
      CORRECTED: "内容更正",
      REOPENED: "恢复办理",
      RESOLVED: "已解决",
      HANDED_OVER: "转由别的单位负责",
    },
  },
  Task: { name: "待办", types: { DUE_SOON: "即将到期" } },
  Registration: {
    name: "报到",
    types: { ACCEPTED: "已接收", RETURNED: "被退回", ENDED: "终止" },
  },
  Application: { name: "入会申请", types: { ACCEPTED: "已同意", RETURNED: "被退回" } },
  Membership: {
    name: "成员资格",
    types: {
      JOINED: "加入",
      LEAVING: "安排退出",
      LEAVING_CALLED_OFF: "取消退出",
      LEFT: "已退出",
    },
  },
  Term: { name: "届次", types: { TOOK_OVER: "新一届接任" } },
  WebhookEndpoint: { name: "推送地址", types: { DISABLED: "发送不成，已停用" } },
  Seat: { name: "委员任职", types: { APPOINTED: "任职", CORRECTED: "登记更正", ENDED: "离任" } },
  UnitSeat: {
    name: "交叉任职",
    types: { APPOINTED: "任职", CORRECTED: "登记更正", ENDED: "离任" },
  },
  Liaison: { name: "联络员", types: { NAMED: "确定", CORRECTED: "姓名更正", ENDED: "卸任" } },
  ServiceArea: { name: "服务范围", types: { ASSIGNED: "登记", ENDED: "结束" } },
  Organization: { name: "单位登记", types: { CHANGED: "信息变动", MERGED: "有单位并入" } },
  Committee: { name: "委员会", types: { ESTABLISHED: "成立" } },
};
