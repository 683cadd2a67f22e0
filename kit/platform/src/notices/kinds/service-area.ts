import { noticeKinds } from "../notice-kind.ts";

const UNIT = { zh: "该单位", en: "the organisation" };

/** What is told of who serves an estate. */
export const SERVICE_AREA_NOTICES = noticeKinds("ServiceArea", {
  ASSIGNED: {
    to: UNIT,
    zh: "登记{organization}自{startsOn}起服务{place}",
    en: "It is recorded that {organization} serves {place} from {startsOn}",
  },
  ENDED: {
    to: UNIT,
    zh: "登记{organization}不再服务{place}[，服务至{endsOn}]",
    en: "It is recorded that {organization} no longer serves {place}[, until {endsOn}]",
  },
});
