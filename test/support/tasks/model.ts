import type { Records, Stored } from "./records.ts";

/** A task that is open, in a form that can be compared. */
export interface OpenTask {
  readonly kind: string;
  readonly recordId: string;
  /** `unit:<id>`, `committee:<id>` or `operator:<code>`. */
  readonly to: string;
  readonly dueAt: string | null;
}

const DAY_MS = 86_400_000;

/**
 * The tasks that records call for at a moment, by the table of docs/notices.md and by nothing else: it knows neither
 * the SQL that keeps tasks nor how the records came about.
 */
export function tasksCalledFor(records: Records, now: Date): OpenTask[] {
  return [
    ...bookings(records, now),
    ...series(records, now),
    ...offers(records, now),
    ...agreements(records, now),
    ...commitments(records, now),
    ...rounds(records, now),
    ...registrations(records),
    ...applications(records),
    ...liaisons(records),
    ...terms(records, now),
    ...secretaries(records, now),
    ...issues(records),
    ...activities(records, now),
    ...venues(records, now),
    ...invitations(records, now),
  ];
}

const task = (kind: string, of: unknown, to: string, dueAt: Date | null = null): OpenTask => ({
  kind,
  recordId: String(of),
  to,
  dueAt: dueAt && dueAt.toISOString(),
});
const unit = (id: unknown): string => `unit:${String(id)}`;
const committee = (id: unknown): string => `committee:${String(id)}`;
const operator = (code: unknown): string => `operator:${String(code)}`;
const instant = (value: unknown): Date => new Date(String(value));
/** The first moment of a day where the people are, some days later. */
const midnight = (day: unknown, later = 0): Date =>
  new Date(Date.parse(`${String(day)}T00:00:00+08:00`) + later * DAY_MS);
const latest = (...all: Date[]): Date => new Date(Math.max(...all.map((one) => one.getTime())));

function bookings({ booking }: Records, now: Date): OpenTask[] {
  return booking
    .filter(({ state, starts_at }) => state === "REQUESTED" && instant(starts_at) > now)
    .map((one) =>
      task("DECIDE_BOOKING", one["id"], unit(one["provider_id"]), instant(one["starts_at"])),
    );
}

/** Series with dates ahead to which nobody came twice running, since their units said last that they keep the rest. */
function series({ booking, booking_series }: Records, now: Date): OpenTask[] {
  return booking_series.flatMap(({ id, kept_at, answer_by }) => {
    const dates = booking
      .filter(({ series_id }) => series_id === id)
      .filter(({ state }) => state !== "DENIED" && state !== "CANCELLED")
      .toSorted((a, b) => instant(a["starts_at"]).getTime() - instant(b["starts_at"]).getTime());
    const since = dates.filter(
      ({ starts_at }) => kept_at === null || instant(starts_at) > instant(kept_at),
    );
    const isUnused = since.some(
      ({ used }, i) => used === false && since[i + 1]?.["used"] === false,
    );
    const last = dates.findLast(({ state }) => state !== "DONE");
    return isUnused && last && instant(last["starts_at"]) > now
      ? [task("KEEP_SERIES", id, unit(last["organization_id"]), instant(answer_by))]
      : [];
  });
}

function offers({ waiting_entry }: Records, now: Date): OpenTask[] {
  return waiting_entry
    .filter(({ state, offered_until }) => state === "OFFERED" && instant(offered_until) > now)
    .map((one) =>
      task("ANSWER_OFFER", one["id"], unit(one["organization_id"]), instant(one["offered_until"])),
    );
}

/** Agreements in one state whose term is not over. */
const inState = ({ agreement }: Records, state: string, now: Date): readonly Stored[] =>
  agreement.filter((one) => one["state"] === state && midnight(one["term_to"], 1) > now);

function agreements(records: Records, now: Date): OpenTask[] {
  return inState(records, "PROPOSED", now).flatMap(({ id, term_from, proposed_at }) =>
    records.agreement_party
      .filter((party) => party["agreement_id"] === id && party["signed_at"] === null)
      .map((party) => {
        const begins = midnight(term_from);
        const dueAt = begins > instant(proposed_at) ? begins : null;
        return task("SIGN_AGREEMENT", id, unit(party["organization_id"]), dueAt);
      }),
  );
}

/** The next time that a commitment is due: so many times in its term at equal distances, the last at its end. */
function commitments(records: Records, now: Date): OpenTask[] {
  return inState(records, "ACTIVE", now).flatMap((agreement) => {
    const from = midnight(agreement["term_from"]);
    const days = (midnight(agreement["term_to"], 1).getTime() - from.getTime()) / DAY_MS;
    return records.commitment
      .filter((one) => one["agreement_id"] === agreement["id"])
      .flatMap(({ id, organization_id, times_per_year, fulfilled }) => {
        const times =
          times_per_year == null
            ? 1
            : Math.max(1, Math.round((Number(times_per_year) * days) / 365));
        const done = Number(fulfilled);
        if (done >= times) return [];
        const after = (count: number): Date =>
          new Date(from.getTime() + Math.floor((count * days) / times) * DAY_MS);
        const due = after(done + 1);
        const opens = latest(
          new Date(due.getTime() - 30 * DAY_MS),
          after(done),
          instant(agreement["activated_at"]),
        );
        return opens > now ? [] : [task("FULFIL_COMMITMENT", id, unit(organization_id), due)];
      });
  });
}

function rounds(records: Records, now: Date): OpenTask[] {
  return records.collection_round.flatMap(
    ({ id, state, committee_id, opens_on, closes_on, created_at }) => {
      const ends = midnight(closes_on, 1);
      const isOpen = latest(midnight(opens_on), instant(created_at)) <= now && now < ends;
      if (state !== "OPEN" || !isOpen) return [];
      const answered = new Set(
        records.need
          .filter((need) => need["collection_round_id"] === id && need["state"] !== "DRAFT")
          .map((need) => need["organization_id"]),
      );
      return records.membership
        .filter((one) => one["committee_id"] === committee_id && one["left_on"] === null)
        .filter(({ organization_id }) => !answered.has(organization_id))
        .map(({ organization_id }) => task("ANSWER_ROUND", id, unit(organization_id), ends));
    },
  );
}

function registrations({ registration, committee: committees }: Records): OpenTask[] {
  return registration
    .filter(({ state }) => state === "SUBMITTED")
    .flatMap(({ id, community_code }) => {
      const there = committees.filter(({ region_code }) => region_code === community_code);
      const to =
        there.length === 0 ? [operator(community_code)] : there.map((one) => committee(one["id"]));
      return to.map((one) => task("ACCEPT_REGISTRATION", id, one));
    });
}

function applications({ application }: Records): OpenTask[] {
  return application
    .filter(({ state }) => state === "SUBMITTED")
    .map(({ id, committee_id }) => task("DECIDE_APPLICATION", id, committee(committee_id)));
}

function liaisons(records: Records): OpenTask[] {
  const isOf = (id: unknown, of: readonly Stored[], until?: string): boolean =>
    of.some((one) => one["organization_id"] === id && (until === undefined || one[until] === null));
  return records.organization
    .filter(({ state }) => state === "ACTIVE")
    .filter(({ id }) => isOf(id, records.membership, "left_on"))
    .filter(({ id }) => !isOf(id, records.liaison, "ended_at") && !isOf(id, records.committee))
    .map(({ id, region_code }) => task("NAME_LIAISON", id, operator(region_code)));
}

/** The latest term of each committee, in its last 60 days and after it. */
function terms({ term }: Records, now: Date): OpenTask[] {
  return term
    .filter(
      (one) =>
        !term.some(
          (next) =>
            next["committee_id"] === one["committee_id"] &&
            String(next["starts_on"]) > String(one["starts_on"]),
        ),
    )
    .flatMap(({ id, committee_id, starts_on, ends_on }) => {
      const ends = midnight(ends_on, 1);
      const opens = latest(midnight(starts_on), new Date(ends.getTime() - 60 * DAY_MS));
      return opens <= now ? [task("PLAN_TERM", id, committee(committee_id), ends)] : [];
    });
}

/** Committees with a term today in which nobody is secretary today. */
function secretaries({ committee: committees, term, seat }: Records, now: Date): OpenTask[] {
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const isWithin = (from: unknown, to: unknown): boolean =>
    String(from) <= today && today <= String(to);
  return committees.flatMap(({ id, region_code }) => {
    const current = term.find(
      (one) => one["committee_id"] === id && isWithin(one["starts_on"], one["ends_on"]),
    );
    if (!current) return [];
    const hasOne = seat.some(
      (one) =>
        one["term_id"] === current["id"] &&
        one["role"] === "SECRETARY" &&
        one["taken_out"] === false &&
        (one["until"] === null || one["counts_to_last_day"] === true) &&
        isWithin(one["since"], one["until"] ?? current["ends_on"]),
    );
    return hasOne ? [] : [task("NAME_SECRETARY", id, operator(region_code))];
  });
}

function issues({ issue }: Records): OpenTask[] {
  return issue
    .filter(({ state }) => state === "RAISED")
    .map(({ id, owner_id, deadline }) =>
      task("RESOLVE_ISSUE", id, unit(owner_id), deadline == null ? null : midnight(deadline, 1)),
    );
}

function activities({ activity }: Records, now: Date): OpenTask[] {
  return activity
    .filter(({ state }) => state === "SCHEDULED" || state === "RESCHEDULED")
    .flatMap(({ id, host_id, ends_at }) => {
      const end = instant(ends_at);
      const later = (days: number): Date => new Date(end.getTime() + days * DAY_MS);
      return end <= now && now < later(90)
        ? [task("CLOSE_ACTIVITY", id, unit(host_id), later(7))]
        : [];
    });
}

/** Activities ahead whose venue was booked, and is not booked for their time any more. */
function venues({ activity, booking }: Records, now: Date): OpenTask[] {
  return activity
    .filter(({ state }) => state === "SCHEDULED" || state === "RESCHEDULED")
    .filter((one) => one["venue_id"] != null && instant(one["starts_at"]) > now)
    .filter((one) => {
      const own = booking.find(({ id }) => id === one["venue_booking_id"]);
      const isHeld =
        ["REQUESTED", "CONFIRMED", "DONE"].includes(String(own?.["state"])) &&
        instant(own?.["starts_at"]) <= instant(one["starts_at"]) &&
        instant(own?.["ends_at"]) >= instant(one["ends_at"]);
      return own !== undefined && !isHeld;
    })
    .map((one) => task("FIND_VENUE", one["id"], unit(one["host_id"]), instant(one["starts_at"])));
}

/** Units that were invited to take part or to host, until the activity starts. */
function invitations({ activity, participant }: Records, now: Date): OpenTask[] {
  return activity
    .filter(({ state }) => state === "SCHEDULED" || state === "RESCHEDULED")
    .filter(({ starts_at }) => instant(starts_at) > now)
    .flatMap(({ id, starts_at }) =>
      participant
        .filter((one) => one["activity_id"] === id && one["state"] === "INVITED")
        .map(({ organization_id }) =>
          task("ANSWER_INVITATION", id, unit(organization_id), instant(starts_at)),
        ),
    );
}
