import { noticeKinds } from "../notice-kind.ts";

const PLANNED = {
  zh: "委员会和下一届的委员本人",
  en: "the committee and each person with a seat of the next term",
};

/** What is told of terms: each person is told once of a change, however many seats change with it. */
export const TERM_NOTICES = noticeKinds("Term", {
  PLANNED: {
    to: PLANNED,
    zh: "{committee}在筹备第 {number} 届：自{startsOn}起，至{endsOn}止",
    en: "{committee} plans its term {number}, from {startsOn} to {endsOn}",
  },
  CHANGED: {
    to: PLANNED,
    zh: "{committee}筹备中的第 {number} 届有变动，现为自{startsOn}起，至{endsOn}止",
    en: "The planned term {number} of {committee} was changed; it is now from {startsOn} to {endsOn}",
  },
  DISCARDED: {
    to: PLANNED,
    zh: "{committee}不再筹备第 {number} 届（原定自{startsOn}起，至{endsOn}止），本届任满原定任期",
    en: "{committee} gave its planned term {number} up (it was to be {startsOn} to {endsOn}); the current one lasts to its own last day",
  },
  TOOK_OVER: {
    to: {
      zh: "委员会、本届委员本人和派出单位",
      en: "the committee, each person with a seat of the term, and the units that sent them",
    },
    zh: "{committee}的第 {number} 届自{startsOn}起接任，至{endsOn}止",
    en: "Term {number} of {committee} has taken over from {startsOn}; it lasts to {endsOn}",
  },
  SEAT_ENDED: {
    to: {
      zh: "上一届任满、本届不再任职的委员本人",
      en: "each person whose seat ended with the term before and who has none in this one",
    },
    zh: "{committee}的第 {number} 届自{startsOn}起接任，您在上一届的任职随之结束",
    en: "Your seat in {committee} has ended with its term: term {number} has taken over from {startsOn}",
  },
});
