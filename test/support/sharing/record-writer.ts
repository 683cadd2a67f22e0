import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import type pg from "pg";
import type { Random } from "../random.ts";
import type { AudienceName, Noun, WorldRecord } from "./records.ts";

/** What a world is made of: committees with their units, of more than one alliance. */
export interface Ground {
  readonly committees: readonly GroundCommittee[];
}

/** A committee, and some units that belong to it. */
export interface GroundCommittee {
  readonly id: string;
  readonly regionCode: string;
  readonly regionPath: readonly (string | null)[];
  readonly allianceCode: string;
  readonly units: readonly string[];
}

const AUDIENCES: readonly AudienceName[] = ["PUBLIC", "ALLIANCE", "COMMITTEE", "PARTIES"];

type Draft = Partial<Omit<WorldRecord, "noun" | "id">>;

/** Inserts rows into their tables, and remembers what each stands for. */
export class RecordWriter {
  readonly records: WorldRecord[] = [];
  readonly admin: pg.Client;
  readonly random: Random;
  readonly ground: Ground;
  #words = 0;

  constructor(admin: pg.Client, random: Random, ground: Ground) {
    this.admin = admin;
    this.random = random;
    this.ground = ground;
  }

  /** What every noun has: a committee, a unit of it, an audience, a title and its columns. */
  shared() {
    const committee = this.random.oneOf(this.ground.committees);
    const title = `试验${(this.#words += 1)}号${this.random.between(1_000_000, 9_999_999)}`;
    const { searchKey, searchGrams } = searchColumns(title);
    return {
      committee,
      unit: this.random.oneOf(committee.units),
      audience: this.random.oneOf(AUDIENCES),
      title,
      columns: { search_key: searchKey, search_grams: searchGrams },
      place: {
        region_code: committee.regionCode,
        region_path: committee.regionPath,
        alliance_code: committee.allianceCode,
      },
    };
  }

  /** One of the records of a noun that are there already. */
  one(noun: Noun): WorldRecord {
    return this.random.oneOf(this.records.filter((record) => record.noun === noun));
  }

  /** Notes a record that was entered. */
  note(noun: Noun, id: string, record: Draft): void {
    this.records.push({
      word: "",
      audience: "PARTIES",
      isDraft: false,
      allianceCode: "",
      committeeId: null,
      named: [],
      references: {},
      state: "",
      during: { start: 0, end: 0 },
      ...record,
      noun,
      id,
    });
  }

  /** @returns the id of the new row. */
  async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<string> {
    const made = await this.admin.query("select uuidv7()::text as id");
    const id = String(made.rows[0].id);
    const whole = { id, created_at: new Date(), updated_at: new Date(), ...row };
    const names = Object.keys(whole);
    const values = names.map((_, at) => `$${at + 1}`);
    await this.admin.query(
      `insert into ${table} (${names.join(", ")}) values (${values.join(", ")})`,
      Object.values(whole),
    );
    return id;
  }
}
