/** Kinds of tasks, in short. A kind that is not among them is still shown, by its title. */
export const TASK_KINDS: Readonly<Record<string, string>> = {
  DECIDE_BOOKING: "预约要答复",
  ANSWER_INVITATION: "邀请要答复",
  ANSWER_OFFER: "候补时段要答复",
  KEEP_SERIES: "系列预约要答复是否保留",
  SIGN_AGREEMENT: "协议要签署",
  ACCEPT_REGISTRATION: "报到要接收",
  DECIDE_APPLICATION: "入会申请要答复",
  RESOLVE_ISSUE: "问题要办理",
  ANSWER_ROUND: "清单要填报",
  FULFIL_COMMITMENT: "承诺要兑现",
  NAME_LIAISON: "联络员要指定",
  NAME_SECRETARY: "书记要任命",
  PLAN_TERM: "换届要筹备",
  FIND_VENUE: "活动要另选场地",
  CLOSE_ACTIVITY: "活动要登记",
};

/** A kind of tasks in short. */
export const kindOfTask = (kind: string): string => TASK_KINDS[kind] ?? "其他";

/** Kinds that end by themselves when they are due: the time goes to the next unit, the request or invitation lapses. */
const ENDING_KINDS: ReadonlySet<string> = new Set([
  "ANSWER_OFFER",
  "DECIDE_BOOKING",
  "ANSWER_INVITATION",
  "FIND_VENUE",
]);
/** What such tasks are about, where nothing about it is ever overdue. */
export const ENDING_NOUNS = ["WaitingEntry", "Booking"] as const;
/** How soon is soon, in hours. */
export const SOON_HOURS = 48;

/** Whether a task will be gone soon, with what it is about, if nobody does it: what is merely overdue can still be done. */
export function endsSoon(
  { kind, dueAt }: { readonly kind: string; readonly dueAt?: string | null },
  now: Date,
): boolean {
  if (dueAt == null || !ENDING_KINDS.has(kind)) return false;
  const left = Date.parse(dueAt) - now.getTime();
  return left > 0 && left <= SOON_HOURS * 3_600_000;
}
