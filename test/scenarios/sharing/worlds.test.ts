import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { type Answer, type Asked, ask, nodesOf } from "../../support/ask.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { type Random, createRandom } from "../../support/random.ts";
import { type Caller, createCallers, readGround } from "../../support/sharing/callers.ts";
import { type MaySee, sharingModel } from "../../support/sharing/model.ts";
import {
  BELOW,
  BY_ID,
  FILTERED,
  LISTED,
  SEARCHED,
  byIdQuery,
  filteredQuery,
  listQuery,
  searchQuery,
} from "../../support/sharing/questions.ts";
import type { WorldRecord } from "../../support/sharing/records.ts";
import type { Ground } from "../../support/sharing/record-writer.ts";
import {
  type Filter,
  asInput,
  isLetThrough,
  timesAndStates,
} from "../../support/sharing/filters.ts";
import { enterWorld, isOpen } from "../../support/sharing/world.ts";

/** Hundreds of questions: it takes long where the cores have other work as well. In milliseconds. */
const LIMIT_MS = 300_000;

let hub: TestHub;
let admin: pg.Client;
beforeAll(async () => {
  hub = await startHub({ HUB_MAX_ROWS: "1000000", HUB_MAX_TOKENS: "10000" });
  admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await hub?.[Symbol.asyncDispose]();
});

/** What one caller is shown of a world, held against the model. */
class Trial {
  readonly #caller: Caller;
  readonly #records: readonly WorldRecord[];
  readonly #maySee: MaySee;
  readonly #ids: ReadonlyMap<string, WorldRecord>;

  constructor(caller: Caller, records: readonly WorldRecord[], maySee: MaySee) {
    this.#caller = caller;
    this.#records = records;
    this.#maySee = maySee;
    this.#ids = new Map(records.map((record) => [record.id, record]));
  }

  /** Asks; there is no error, and no id of a record that the caller may not see. */
  async #ask(query: string, variables: object = {}): Promise<Asked> {
    const { token } = this.#caller;
    const asked = await ask(hub.url, {
      query,
      variables,
      ...(token === undefined ? {} : { token }),
    });
    expect(asked.errors).toEqual([]);
    const given = JSON.stringify(asked.data).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
    const leaked = given.flatMap((id) => this.#ids.get(id) ?? []).filter((it) => !this.#maySee(it));
    expect(leaked).toEqual([]);
    return asked;
  }

  /** Whether the caller is of the unit that offers what is booked: somebody who waits there would be seen, too. */
  #decides(booking: WorldRecord): boolean {
    return this.#maySee({ ...booking, noun: "waitingEntry", named: booking.named.slice(1) });
  }

  #visible(noun: string): string[] {
    return this.#records
      .filter((record) => record.noun === noun && this.#maySee(record))
      .map(({ id }) => id)
      .toSorted();
  }

  #ofWorld(nodes: readonly Record<string, unknown>[]): string[] {
    return nodes
      .map(({ id }) => String(id))
      .filter((id) => this.#ids.has(id))
      .toSorted();
  }

  /** Each reference leads to a whole record where the model shows it, and is null elsewhere. */
  #expectReferences(record: WorldRecord, shown: Answer): void {
    for (const [field, id] of Object.entries(record.references)) {
      const target = this.#ids.get(id);
      const isShown = target !== undefined && this.#maySee(target);
      const from = record.noun === "agreement" ? shown["commitments"]?.[0] : shown;
      // A series has no title.
      const title = target?.noun === "bookingSeries" ? {} : { title: expect.any(String) };
      const expected = isShown ? expect.objectContaining({ id, ...title }) : null;
      expect({ noun: record.noun, field, to: from?.[field] }).toEqual({
        noun: record.noun,
        field,
        to: expected,
      });
    }
  }

  async lists(): Promise<void> {
    for (const noun of LISTED) {
      const { data } = await this.#ask(listQuery(noun));
      const nodes = nodesOf(data, "list");
      expect({ noun, ids: this.#ofWorld(nodes) }).toEqual({ noun, ids: this.#visible(noun) });
      for (const node of nodes) {
        const record = this.#ids.get(String(node["id"]));
        if (!record) continue;
        this.#expectReferences(record, node as Answer);
        this.#expectLists(record, node as Answer);
      }
    }
  }

  async records(): Promise<void> {
    for (const noun of BY_ID) {
      const records = this.#records.filter((candidate) => candidate.noun === noun);
      const ids = records.map(({ id }) => id);
      const { data } = await this.#ask(byIdQuery(noun, ids));
      for (const [at, record] of records.entries()) {
        const found = data[`r${at}`];
        const isShown = found != null;
        expect({ record, isShown }).toEqual({ record, isShown: this.#maySee(record) });
        if (found) this.#expectReferences(record, found);
      }
    }
  }

  /** What hangs on a record in lists is all that the model shows of it. */
  #expectLists(record: WorldRecord, shown: Answer): void {
    const below = (noun: string, reference: string, id = record.id) =>
      this.#records
        .filter((one) => one.noun === noun && one.references[reference] === id)
        .filter((one) => this.#maySee(one));
    const expectList = (field: string, list: Answer, wanted: readonly WorldRecord[]) => {
      const nodes = [...list] as unknown as Record<string, unknown>[]; // as the query has it
      const ids = wanted.map(({ id }) => id).toSorted();
      expect({ record, field, ids: this.#ofWorld(nodes) }).toEqual({ record, field, ids });
    };
    const nodes = (field: string) => shown[field]?.["nodes"] as Answer;
    if (record.noun === "resource") {
      expectList(
        "bookings",
        nodes("bookings"),
        below("booking", "resource").filter(({ state }) => isOpen(state)),
      );
      expectList("blockings", nodes("blockings"), below("blocking", "resource"));
      expectList("waitingList", nodes("waitingList"), below("waitingEntry", "resource"));
    }
    if (record.noun !== "booking") return;
    const { references, during } = record;
    const { series, resource } = references;
    if (shown["series"])
      expectList(
        "series",
        shown["series"]["bookings"]?.["nodes"] as Answer,
        below("booking", "series", series),
      );
    const rivals = below("waitingEntry", "resource", resource).filter(
      (one) => one.during.start < during.end && one.during.end > during.start,
    );
    expectList("rivals", shown["rivals"] as Answer, this.#decides(record) ? rivals : []);
  }

  /** By every filter of one side, of both, and of a resource; bookings by time and state, too. */
  async filters(random: Random): Promise<void> {
    for (const noun of FILTERED) {
      const record = random.oneOf(this.#records.filter((one) => one.noun === noun));
      const { named, references } = record;
      const [organizationId, providerId] = named;
      const { resource: resourceId } = references;
      const sides: Filter[] = [
        { organizationId },
        { providerId },
        { resourceId },
        { organizationId, providerId, resourceId },
      ];
      const times = noun === "booking" ? timesAndStates(record, random) : [];
      for (const filter of [...sides, ...times]) {
        const { data } = await this.#ask(filteredQuery(noun), { filter: asInput(filter) });
        const wanted = this.#records.filter(
          (one) => one.noun === noun && this.#maySee(one) && isLetThrough(one, filter),
        );
        const ids = wanted.map(({ id }) => id).toSorted();
        const found = this.#ofWorld(nodesOf(data, "list"));
        expect({ noun, filter, ids: found }).toEqual({ noun, filter, ids });
      }
    }
  }

  async searches(random: Random): Promise<void> {
    for (const noun of SEARCHED) {
      const record = random.oneOf(this.#records.filter((candidate) => candidate.noun === noun));
      const { data } = await this.#ask(searchQuery(noun), { text: record.word });
      const found = this.#maySee(record) ? [{ id: record.id }] : [];
      expect(data["list"]).toEqual({ totalCount: found.length, nodes: found });
    }
  }

  async below(ground: Ground): Promise<void> {
    for (const { id: committee, units } of ground.committees) {
      const [unit = ""] = units;
      const { data } = await this.#ask(BELOW, { committee, unit });
      const lists = { committee: data["committee"], organization: data["organization"] };
      for (const [parent, fields] of Object.entries(lists)) {
        for (const [field, list] of Object.entries<Answer>(fields ?? {})) {
          const count = Number(list["totalCount"]);
          const nodes = nodesOf({ list } as unknown as Answer, "list"); // a list that was read elsewhere
          expect({ parent, field, count: Math.min(count, 100) }).toEqual({
            parent,
            field,
            count: nodes.length,
          });
        }
      }
    }
  }
}

describe("in a random world", () => {
  it(
    "lists, records, references, counts and searches show each viewer what the rule says",
    async () => {
      const seed = randomInt(2 ** 31);
      try {
        const random = createRandom(seed);
        const ground = await readGround(admin);
        const records = await enterWorld(admin, random, ground);
        const all = await createCallers(hub, random, ground);
        let [shown, hidden] = [0, 0];
        for (const caller of all) {
          const maySee = await sharingModel(admin, caller.asker, records);
          const seen = records.filter(maySee).length;
          shown += seen;
          hidden += records.length - seen;
          const trial = new Trial(caller, records, maySee);
          try {
            await trial.lists();
            await trial.records();
            await trial.searches(random);
            await trial.filters(random);
            await trial.below(ground);
          } catch (cause) {
            throw new Error(`For ${caller.name}: ${String(cause)}`, { cause });
          }
        }
        // A world in which all or nothing is shown would prove little.
        expect(Math.min(shown, hidden)).toBeGreaterThan(records.length);
      } catch (cause) {
        throw new Error(`It failed with the seed ${seed}: ${String(cause)}`, { cause });
      }
    },
    LIMIT_MS,
  );
});
