import type pg from "pg";
import type { Random } from "../random.ts";
import { type Ground, RecordWriter } from "./record-writer.ts";
import type { WorldRecord } from "./records.ts";

const HOUR_MS = 3_600_000;

/** How many of each noun there are. */
const COUNTS = {
  resource: 24,
  need: 16,
  round: 4,
  booking: 16,
  waitingEntry: 16,
  blocking: 12,
  agreement: 14,
  activity: 24,
  issue: 16,
};

/** States of bookings; most of a world's hold their time. */
const BOOKING_STATES = ["CONFIRMED", "CONFIRMED", "CONFIRMED", "REQUESTED", "CANCELLED", "DENIED"];
/** Whether a booking in a state holds its time. */
export const isOpen = (state: string): boolean => state === "CONFIRMED" || state === "REQUESTED";

/**
 * Inserts a world of random records into the tables. It also has records that no mutation could make, such as a
 * record that refers to another one that few viewers may see.
 */
export async function enterWorld(
  admin: pg.Client,
  random: Random,
  ground: Ground,
): Promise<WorldRecord[]> {
  const world = new World(admin, random, ground);
  for (let at = 0; at < COUNTS.resource; at += 1) await world.resource();
  for (let at = 0; at < COUNTS.round; at += 1) await world.round();
  for (let at = 0; at < COUNTS.need; at += 1) await world.need();
  for (let at = 0; at < COUNTS.booking; at += 1) await world.booking();
  for (let at = 0; at < COUNTS.waitingEntry; at += 1) await world.waitingEntry(at + 1);
  for (let at = 0; at < COUNTS.blocking; at += 1) await world.blocking();
  for (let at = 0; at < COUNTS.agreement; at += 1) await world.agreement();
  for (let at = 0; at < COUNTS.activity; at += 1) await world.activity();
  for (let at = 0; at < COUNTS.issue; at += 1) await world.issue();
  return world.records;
}

class World extends RecordWriter {
  async resource(): Promise<void> {
    const { committee, unit, audience, place, title, columns } = this.shared();
    const state = this.random.oneOf(["DRAFT", "PUBLISHED", "PUBLISHED", "WITHDRAWN"]);
    const isListed = audience === "COMMITTEE" || !this.random.oneIn(3);
    const id = await this.insert("resources.resource", {
      ...columns,
      ...place,
      ...stateOf(state),
      title,
      kind: "VENUE",
      provider_id: unit,
      committee_id: isListed ? committee.id : null,
      audience,
    });
    this.note("resource", id, {
      word: title,
      audience,
      isDraft: state === "DRAFT",
      committeeId: isListed ? committee.id : null,
      allianceCode: committee.allianceCode,
      named: [unit],
    });
  }

  async round(): Promise<void> {
    const { committee, place, title } = this.shared();
    const days = { opens_on: "2026-01-01", closes_on: "2026-06-30" };
    const id = await this.insert("resources.collection_round", {
      ...place,
      ...days,
      title,
      committee_id: committee.id,
      state: "CLOSED",
    });
    const { id: committeeId, allianceCode } = committee;
    this.note("collectionRound", id, { audience: "COMMITTEE", committeeId, allianceCode });
  }

  async need(): Promise<void> {
    const { committee, unit, audience, place, title, columns } = this.shared();
    const state = this.random.oneOf(["DRAFT", "PUBLISHED", "PUBLISHED", "WITHDRAWN"]);
    const round = this.one("collectionRound");
    const id = await this.insert("resources.need", {
      ...columns,
      ...place,
      ...stateOf(state),
      title,
      kind: "WISH",
      organization_id: unit,
      committee_id: committee.id,
      audience,
      collection_round_id: round.id,
    });
    this.note("need", id, {
      word: title,
      audience,
      isDraft: state === "DRAFT",
      committeeId: committee.id,
      allianceCode: committee.allianceCode,
      named: [unit],
      references: { collectionRound: round.id },
    });
  }

  async booking(): Promise<void> {
    const { unit } = this.shared();
    const resource = this.one("resource");
    const [provider = ""] = resource.named;
    const start = Date.now() + this.random.between(1, 5000) * HOUR_MS;
    const during = { start, end: start + HOUR_MS / 60 };
    // One that is over keeps the committee on whose list its resource was then.
    const { committeeId } = this.random.oneIn(3) ? this.one("resource") : resource;
    const state = this.random.oneOf(BOOKING_STATES);
    const seriesId = this.random.oneIn(2) ? await this.#series(resource.id) : null;
    const id = await this.insert("resources.booking", {
      resource_id: resource.id,
      organization_id: unit,
      provider_id: provider,
      committee_id: committeeId,
      starts_at: new Date(start),
      ends_at: new Date(during.end),
      quantity: 1,
      exclusive: false,
      state,
      reason: isOpen(state) ? null : "改期",
      series_id: seriesId,
    });
    const references = { resource: resource.id, ...(seriesId ? { series: seriesId } : {}) };
    this.note("booking", id, {
      committeeId,
      named: [unit, provider],
      references,
      state,
      during,
    });
  }

  /** A series of a resource: one that it has, or a new one. Its bookings may be of several units. */
  async #series(resourceId: string): Promise<string> {
    const known = this.records.find(
      ({ noun, references }) => noun === "bookingSeries" && references["resource"] === resourceId,
    );
    if (known) return known.id;
    const row = { resource_id: resourceId, every: "WEEK", step: 1 };
    const id = await this.insert("resources.booking_series", row);
    this.note("bookingSeries", id, { references: { resource: resourceId } });
    return id;
  }

  /**
   * A unit waits for the time of an open booking of a resource that is shared with it, and does not have the time itself; the
   * hub itself ends the waiting of others.
   *
   * @param line its number in the line of its resource.
   */
  async waitingEntry(line: number): Promise<void> {
    const { booking, unit } = await this.#awaited();
    const { named, references, during } = booking;
    const [, provider = ""] = named;
    const resourceId = String(references["resource"]);
    const id = await this.insert("resources.waiting_entry", {
      resource_id: resourceId,
      organization_id: unit,
      provider_id: provider,
      line_number: line,
      starts_at: new Date(during.start),
      ends_at: new Date(during.end),
      quantity: 1,
      state: "WAITING",
    });
    const about = { resource: resourceId };
    this.note("waitingEntry", id, { named: [unit, provider], references: about, during });
  }

  /** An open booking, and a unit that may wait for its time. One world in some hundreds has none yet: it gets more. */
  async #awaited(): Promise<{ readonly booking: WorldRecord; readonly unit: string }> {
    const bookings = this.records.filter(({ noun, state }) => noun === "booking" && isOpen(state));
    const units = [...new Set(this.ground.committees.flatMap((one) => one.units))];
    const { rows } = await this.admin.query<{ id: string; units: string[] }>(
      `select booking.id, array_agg(waiting::text order by waiting) as units
       from resources.booking join resources.resource on resource.id = resource_id, unnest($2::uuid[]) as waiting
       where booking.id = any($1) and resources.is_shared_with(resource, waiting, now())
         and resources.own_in_the_way(resource, waiting, tstzrange(starts_at, ends_at), 1) = '{}'
       group by booking.id`,
      [bookings.map(({ id }) => id), units],
    );
    if (rows.length === 0) {
      await this.booking();
      return await this.#awaited();
    }
    const shared = new Map(rows.map((row) => [row.id, row.units]));
    const booking = this.random.oneOf(bookings.filter(({ id }) => shared.has(id)));
    return { booking, unit: this.random.oneOf(shared.get(booking.id) ?? []) };
  }

  async blocking(): Promise<void> {
    const resource = this.one("resource");
    const start = Date.now() + this.random.between(6000, 9000) * HOUR_MS;
    const id = await this.insert("resources.blocking", {
      resource_id: resource.id,
      provider_id: resource.named[0],
      starts_at: new Date(start),
      ends_at: new Date(start + HOUR_MS),
      reason: "维修",
      state: "ACTIVE",
    });
    this.note("blocking", id, { references: { resource: resource.id } });
  }

  async agreement(): Promise<void> {
    const { committee, audience, place, title, columns } = this.shared();
    const parties = committee.units.slice(0, this.random.between(2, 3));
    const isDraft = this.random.oneIn(3);
    const resource = this.one("resource");
    const id = await this.insert("resources.agreement", {
      ...columns,
      ...place,
      title,
      committee_id: committee.id,
      term_from: "2026-01-01",
      term_to: "2099-12-31",
      state: "DRAFT",
      audience,
      party_ids: parties,
    });
    for (const [at, organization] of parties.entries()) {
      await this.admin.query(
        "insert into resources.agreement_party (agreement_id, organization_id, position) values ($1, $2, $3)",
        [id, organization, at + 1],
      );
    }
    await this.insert("resources.commitment", {
      agreement_id: id,
      organization_id: parties[0],
      position: 1,
      clause: "开放场地",
      resource_id: resource.id,
    });
    if (!isDraft) {
      await this.admin.query(
        "update resources.agreement set state = 'PROPOSED', proposed_at = now(), content_hash = repeat('a', 64) where id = $1",
        [id],
      );
    }
    this.note("agreement", id, {
      word: title,
      audience,
      isDraft,
      committeeId: committee.id,
      allianceCode: committee.allianceCode,
      named: parties,
      references: { resource: resource.id },
    });
  }

  async activity(): Promise<void> {
    const { committee, unit, audience, place, title, columns } = this.shared();
    const venue = this.one("resource");
    // After those of the demonstration: the first page of a list shows the latest.
    const start = new Date(Date.now() + this.random.between(2500, 7500) * HOUR_MS);
    const id = await this.insert("activities.activity", {
      ...columns,
      ...place,
      title,
      committee_id: committee.id,
      host_id: unit,
      kind: "MEETING",
      state: "SCHEDULED",
      starts_at: start,
      ends_at: new Date(start.getTime() + HOUR_MS),
      audience,
      venue_id: venue.id,
      participant_ids: [unit],
    });
    await this.admin.query(
      "insert into activities.participant (activity_id, organization_id, starts_at, joined_at) values ($1, $2, $3, now())",
      [id, unit, start],
    );
    this.note("activity", id, {
      word: title,
      audience,
      committeeId: committee.id,
      allianceCode: committee.allianceCode,
      named: [unit],
      references: { venue: venue.id },
    });
  }

  async issue(): Promise<void> {
    const { committee, unit, audience, place, title } = this.shared();
    const activity = this.one("activity");
    const id = await this.insert("activities.issue", {
      ...place,
      title,
      committee_id: committee.id,
      owner_id: unit,
      activity_id: activity.id,
      state: "RAISED",
      raised_at: new Date(),
      audience,
    });
    this.note("issue", id, {
      audience,
      committeeId: committee.id,
      allianceCode: committee.allianceCode,
      named: [unit],
      references: { activity: activity.id },
    });
  }
}

/** The columns that a state asks for. */
function stateOf(state: string): object {
  const now = new Date();
  return {
    state,
    published_at: state === "DRAFT" ? null : now,
    withdrawn_at: state === "WITHDRAWN" ? now : null,
    withdraw_reason: state === "WITHDRAWN" ? "已有" : null,
  };
}
