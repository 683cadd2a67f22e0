import type { NoticeKind } from "../notice-kind.ts";
import { BOOKING_NOTICES } from "./booking.ts";

/** What is told of all nouns. */
const ALL = [BOOKING_NOTICES];

/** By noun and type: what is told, and to whom. docs/notices.md is the same table. */
export const NOTICE_KINDS: Readonly<Record<string, Readonly<Record<string, NoticeKind>>>> =
  Object.fromEntries(ALL.map(({ noun, kinds }) => [noun, kinds]));
