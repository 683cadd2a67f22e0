import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import { hoursAfter } from "@alliance-hub/demonstration/days";
import { enteredId } from "@alliance-hub/demonstration/ids";
import {
  type DemonstrationLiaison,
  demonstrationLiaisons,
} from "@alliance-hub/demonstration/liaisons";
import { liaisonsAmongPeople, secretariesAmongPeople } from "@alliance-hub/demonstration/people";
import { dayText, enteredAt, instantOn } from "@alliance-hub/demonstration/present";
import { cycled } from "@alliance-hub/demonstration/spread";
import type { ResourcesTables } from "../database.ts";
import { type DemonstrationAgreement, type Side, agreementOf, sideOf } from "./agreements.ts";

/**
 * Somebody among the people is asked to sign every so many days, each on a day of their own, and signs last, after
 * so many: so that there is always something to sign.
 */
const EVERY = 60;
const SIGNED_AFTER = 75;
const APART = 8;
/** In between each of them drafts one, proposes it after so many days, and all sign on the next. */
const DRAFTED = { after: 30, proposedAfter: 65 } as const;
const TERM_DAYS = 365;
/** Days of the past for which agreements are entered: the oldest have expired, others are about to. */
export const AGREEMENT_DAYS = 395;
/** After so many days an agreement has certainly been signed by all. */
export const AGREEMENT_SETTLED_DAYS = SIGNED_AFTER + 1;

const TOPICS = [
  "场地错时共享",
  "义诊进社区",
  "课后托管",
  "法治宣传",
  "便民服务日",
  "结对走访",
  "停车位错时开放",
  "应急联动",
];

/** The agreements that were proposed in a place within some days, with who has signed by today. */
export function presentAgreements(
  place: DemonstrationPlace,
  offered: readonly ResourcesTables["resource"][],
  of: { readonly days: readonly number[]; readonly today: number },
): DemonstrationAgreement[] {
  if (of.days.length === 0) return [];
  const people = lastToSign(place);
  const liaisons = demonstrationLiaisons(place);
  return of.days.flatMap((day) =>
    people.flatMap(({ side, committee }, at) => {
      const turn = (day + at * APART) % EVERY;
      if (turn !== 0 && turn !== DRAFTED.after) return [];
      const isDrafted = turn === DRAFTED.after;
      // An agreement binds units of its committee alone.
      const members = place.memberships.filter((held) => held.committee === committee);
      const partners = liaisons.filter(
        ({ unit }) => unit.id !== side.organizationId && members.some((held) => held.unit === unit),
      );
      return [
        proposed(place, offered, {
          day,
          today: of.today,
          at,
          last: side,
          committee,
          partners,
          isDrafted,
        }),
      ];
    }),
  );
}

/** The people who sign: for their unit, or for the organisation of their committee. */
function lastToSign(place: DemonstrationPlace) {
  const liaisons = liaisonsAmongPeople(place).flatMap((liaison) => {
    const committee = place.memberships.find(({ unit }) => unit === liaison.unit)?.committee;
    return committee ? [{ side: sideOf(liaison), committee }] : [];
  });
  const secretaries = secretariesAmongPeople(place).map(({ seat, person }) => ({
    side: {
      organizationId: seat.organizationId,
      name: seat.term.committee.region.name,
      subject: person.subject,
    },
    committee: seat.term.committee,
  }));
  return [...liaisons, ...secretaries];
}

function proposed(
  place: DemonstrationPlace,
  offered: readonly ResourcesTables["resource"][],
  of: {
    readonly day: number;
    readonly today: number;
    readonly at: number;
    readonly last: Side;
    readonly committee: DemonstrationPlace["committees"][number];
    readonly partners: readonly DemonstrationLiaison[];
    readonly isDrafted: boolean;
  },
): DemonstrationAgreement {
  const { day, today, last, committee, partners, isDrafted } = of;
  const nth = Math.floor(day / EVERY) + of.at;
  const createdAt = instantOn(day, 10);
  const proposedOn = isDrafted ? day + DRAFTED.proposedAfter : day;
  // Three sides now and then: the third is another unit.
  const others = Array.from({ length: nth % 3 === 0 ? 2 : 1 }, (_, index) =>
    sideOf(cycled(partners, nth * 2 + index)),
  );
  const sides = [...others, last];
  const signingDays = sides.map((_, index) => {
    if (isDrafted) return proposedOn + 1;
    return day + (index === sides.length - 1 ? SIGNED_AFTER : index + 1);
  });
  const chance = chanceOf("present agreement", last.organizationId, day);
  const agreement = agreementOf({
    id: enteredId(createdAt, "agreement", place.name, last.organizationId, day),
    committee,
    title: `${others.map(({ name }) => name).join("、")}与${last.name}${chance.pick(TOPICS)}共建协议`,
    sides,
    at: nth,
    offered,
    proposedAt: instantOn(proposedOn, 10),
    term: { from: dayText(day + 1), to: dayText(day + 1 + TERM_DAYS) },
    times: enteredAt(createdAt),
    fulfilled: day + SIGNED_AFTER < today ? Math.floor((today - day - SIGNED_AFTER) / 90) : 0,
  });
  return {
    ...agreement,
    proposedAt: proposedOn < today ? agreement.proposedAt : null,
    signatures: sides.flatMap(({ subject }, index) => {
      const signedOn = signingDays[index] ?? today;
      return signedOn < today
        ? [{ at: hoursAfter(instantOn(signedOn, 11), index), by: subject }]
        : [];
    }),
  };
}
