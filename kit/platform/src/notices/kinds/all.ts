import type { NoticeKind } from "../notice-kind.ts";
import { AGREEMENT_NOTICES } from "./agreement.ts";
import { BOOKING_NOTICES } from "./booking.ts";
import { COLLECTION_ROUND_NOTICES } from "./collection-round.ts";
import { NEED_NOTICES } from "./need.ts";
import { RESOURCE_NOTICES } from "./resource.ts";

/** What is told of all nouns. */
const ALL = [
  RESOURCE_NOTICES,
  BOOKING_NOTICES,
  NEED_NOTICES,
  COLLECTION_ROUND_NOTICES,
  AGREEMENT_NOTICES,
];

/** By noun and type: what is told, and to whom. docs/notices.md is the same table. */
export const NOTICE_KINDS: Readonly<Record<string, Readonly<Record<string, NoticeKind>>>> =
  Object.fromEntries(ALL.map(({ noun, kinds }) => [noun, kinds]));
