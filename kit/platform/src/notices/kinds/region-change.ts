import { noticeKinds } from "../notice-kind.ts";

const ALL = {
  zh: "当地及其下级的委员会，当地、原上级和并入或改属之地的平台管理员",
  en: "the committees in the place and below it, and the operators of the place, of the one above it and of the one that gets it",
};

/** What is told of changes of regions. */
export const REGION_CHANGE_NOTICES = noticeKinds("RegionChange", {
  PLANNED: {
    to: ALL,
    zh: "{place}将自{from}起{kind}[：{name}][：{other}][。原因：{reason}]",
    en: "{place} is to be changed from {from}: {kind}[ to {name}][, with {other}][. Reason: {reason}]",
  },
  RENAMED: {
    to: ALL,
    zh: "{formerName}自{from}起更名为{name}[。原因：{reason}]",
    en: "{formerName} is called {name} from {from}[. Reason: {reason}]",
  },
  MOVED: {
    to: ALL,
    zh: "{place}自{from}起改属{other}，其中的单位、委员会和记录随之转入[。原因：{reason}]",
    en: "{place} lies below {other} from {from}, with its organisations, committees and records[. Reason: {reason}]",
  },
  MERGED: {
    to: ALL,
    zh: "{place}自{from}起并入{other}，其中的单位、委员会和记录随之转入[。原因：{reason}]",
    en: "{place} is a part of {other} from {from}, with its organisations, committees and records[. Reason: {reason}]",
  },
  ENDED: {
    to: ALL,
    zh: "{place}自{from}起撤销[。原因：{reason}]",
    en: "{place} is no more from {from}[. Reason: {reason}]",
  },
  CALLED_OFF: {
    to: ALL,
    zh: "{place}原定自{from}起的{kind}已取消[。原因：{reason}]",
    en: "The change of {place} from {from} ({kind}) was called off[. Reason: {reason}]",
  },
  FAILED: {
    to: ALL,
    zh: "{place}原定自{from}起的{kind}未能生效[：{reason}]",
    en: "The change of {place} from {from} ({kind}) could not be carried out[: {reason}]",
  },
});
