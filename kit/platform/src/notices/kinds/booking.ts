import { noticeKinds } from "../notice-kind.ts";

const PROVIDER = { zh: "提供单位", en: "the unit that offers the resource" };
const ASKER = { zh: "预约单位", en: "the unit that booked" };

/** What is told of bookings. */
export const BOOKING_NOTICES = noticeKinds("Booking", {
  REQUESTED: {
    to: PROVIDER,
    zh: "{organization}申请预约{resource}：{during}[，用途：{purpose}]",
    en: "{organization} asks for {resource}: {during}[, for {purpose}]",
  },
  BOOKED: {
    to: PROVIDER,
    zh: "{organization}预约了{resource}：{during}[，用途：{purpose}]",
    en: "{organization} booked {resource}: {during}[, for {purpose}]",
  },
  SERIES_REQUESTED: {
    to: PROVIDER,
    zh: "{organization}申请系列预约{resource}，共 {dates} 次，第一次为{during}[，用途：{purpose}]",
    en: "{organization} asks for a series of bookings of {resource} (dates: {dates}), the first {during}[, for {purpose}]",
  },
  SERIES_BOOKED: {
    to: PROVIDER,
    zh: "{organization}系列预约了{resource}，共 {dates} 次，第一次为{during}[，用途：{purpose}]",
    en: "{organization} made a series of bookings of {resource} (dates: {dates}), the first {during}[, for {purpose}]",
  },
  SERIES_CHANGED: {
    to: PROVIDER,
    zh: "{organization}更改了对{resource}的系列预约，共 {dates} 次，第一次为{during}[，原为{before}][，数量改为 {quantity}][，用途：{purpose}]",
    en: "{organization} changed its series of bookings of {resource} (dates: {dates}); the first is {during}[, it was {before}][, the quantity is {quantity} now][, for {purpose}]",
  },
  SERIES_CHANGE_REQUESTED: {
    to: PROVIDER,
    zh: "{organization}申请更改对{resource}的系列预约，共 {dates} 次，第一次为{during}[，原为{before}][，数量改为 {quantity}][，用途：{purpose}]",
    en: "{organization} asks to change its series of bookings of {resource} (dates: {dates}); the first would be {during}[, it was {before}][, the quantity would be {quantity}][, for {purpose}]",
  },
  SERIES_CANCELLED: {
    to: { zh: "预约单位和提供单位", en: "both units" },
    zh: "{organization}对{resource}的系列预约已取消 {dates} 次，自{during}起[。原因：{reason}]",
    en: "The series of bookings of {resource} by {organization} was cancelled from {during} on (dates: {dates})[. Reason: {reason}]",
  },
  NOT_USED: {
    to: ASKER,
    zh: "{provider}记录{resource}的预约{during}无人使用；如有出入，请与其联系",
    en: "{provider} recorded that nobody came to the booking of {resource}, {during}; tell them if that is wrong",
  },
  SERIES_UNUSED: {
    to: ASKER,
    zh: "{resource}的系列预约连续 {times} 次无人使用：请在{until}前答复是否保留其余 {dates} 次，下一次为{during}",
    en: "Nobody came to {times} dates running of your series of {resource}. Say by {until} whether you keep the other {dates}; the next is {during}",
  },
  SERIES_KEPT: {
    to: PROVIDER,
    zh: "{organization}保留对{resource}的系列预约，其余 {dates} 次，下一次为{during}",
    en: "{organization} keeps its series of {resource}: {dates} more, the next {during}",
  },
  SERIES_UNANSWERED: {
    to: PROVIDER,
    zh: "{organization}未答复是否保留对{resource}的系列预约，其余 {dates} 次仍在，下一次为{during}；您可以说明原因后取消",
    en: "{organization} has not said whether it keeps its series of {resource}. The other {dates} stay, the next {during}; you may cancel them with a reason",
  },
  CONFIRMED: {
    to: ASKER,
    zh: "{provider}同意了预约：{resource}，{during}",
    en: "{provider} confirmed the booking of {resource}: {during}",
  },
  DENIED: {
    to: ASKER,
    zh: "{provider}未同意预约：{resource}，{during}[。原因：{reason}]",
    en: "{provider} denied the booking of {resource}: {during}[. Reason: {reason}]",
  },
  CHANGED: {
    to: PROVIDER,
    zh: "{organization}更改了对{resource}的预约：{during}[，原为{before}][，数量改为 {quantity}][，用途：{purpose}]",
    en: "{organization} changed its booking of {resource}: {during}[, it was {before}][, the quantity is {quantity} now][, for {purpose}]",
  },
  CHANGE_REQUESTED: {
    to: PROVIDER,
    zh: "{organization}申请更改了对{resource}的预约：{during}[，原为{before}][，数量改为 {quantity}][，用途：{purpose}]",
    en: "{organization} asks to change its booking of {resource}: {during}[, it was {before}][, the quantity would be {quantity}][, for {purpose}]",
  },
  CHANGE_DENIED: {
    to: ASKER,
    zh: "{provider}未同意把预约改到{wanted}：{resource}仍为{during}[。原因：{reason}]",
    en: "{provider} denied the change to {wanted}: the booking of {resource} stays {during}[. Reason: {reason}]",
  },
  CANCELLED: {
    to: { zh: "预约单位和提供单位", en: "both units" },
    zh: "{organization}对{resource}的预约已取消：{during}[。原因：{reason}]",
    en: "The booking of {resource} by {organization} was cancelled: {during}[. Reason: {reason}]",
  },

  HANDED_OVER: {
    to: {
      zh: "原预约单位、预约单位和提供单位",
      en: "the previous unit that booked, the one that takes it over, and the provider",
    },
    zh: "{previous}对{resource}的预约转由{organization}使用：{during}[，用途：{purpose}][。原因：{reason}]",
    en: "{organization} takes over the booking of {resource} by {previous}: {during}[, for {purpose}][. Reason: {reason}]",
  },
  BLOCKED: {
    to: ASKER,
    zh: "{resource}于{blocked}停用，您的预约{during}受影响[。原因：{reason}]",
    en: "{resource} cannot be used from {blocked}; this concerns your booking {during}[. Reason: {reason}]",
  },
  UNBLOCKED: {
    to: ASKER,
    zh: "{resource}于{blocked}的停用已取消，您的预约{during}不受影响[。原停用原因：{reason}]",
    en: "{resource} can be used again from {blocked}; your booking {during} is not concerned any more[. It was blocked because: {reason}]",
  },
  OUTSIDE_HOURS: {
    to: ASKER,
    zh: "{resource}的开放时间已更改，您有 {dates} 项预约不在其中，第一项为{during}[（当日开放 {hours}）]；预约仍保留，能否使用请与{provider}联系",
    en: "The hours of {resource} were changed. Your bookings outside of them: {dates}, the first {during}[ (open {hours} on that day)]. They stay; ask {provider} whether you can come",
  },
  REMINDER: {
    to: { zh: "预约单位和提供单位", en: "both units" },
    zh: "提醒：{organization}预约了{resource}，{during}[，用途：{purpose}]",
    en: "Reminder: {organization} has booked {resource} for {during}[, for {purpose}]",
  },
  DONE: {
    to: { zh: "预约单位和提供单位", en: "both units" },
    zh: "{organization}对{resource}的预约已完成：{during}",
    en: "The booking of {resource} by {organization} is done: {during}",
  },
});
