import { noticeKinds } from "../notice-kind.ts";

/** What is told of committees. */
export const COMMITTEE_NOTICES = noticeKinds("Committee", {
  ESTABLISHED: {
    to: {
      zh: "所依托的党组织和上级委员会",
      en: "the organisation it stands on and the committee above",
    },
    zh: "{committee}已成立，依托{organization}",
    en: "{committee} was established; it belongs to {organization}",
  },
  CHANGED: {
    to: { zh: "本委员会和上级委员会", en: "the committee and the committee above" },
    zh: "{committee}的名称、主题、示范标记或上级有变动",
    en: "Name, themes, demonstration mark or parent of {committee} were changed",
  },
});
