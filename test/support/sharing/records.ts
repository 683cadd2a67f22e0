/** Who may see a record, as it is stored. */
export type AudienceName = "PUBLIC" | "ALLIANCE" | "COMMITTEE" | "PARTIES";

/** Nouns that are shared, with the subgraph that owns each. */
export const OWNER = {
  resource: "resources",
  need: "resources",
  collectionRound: "resources",
  booking: "resources",
  bookingSeries: "resources",
  waitingEntry: "resources",
  blocking: "resources",
  agreement: "resources",
  activity: "activities",
  issue: "activities",
} as const;
export type Noun = keyof typeof OWNER;

/** A record of a random world: what the rule needs, and which records it refers to. */
export interface WorldRecord {
  readonly noun: Noun;
  readonly id: string;
  /** A word that stands in the title of this record alone; for those that can be searched. */
  readonly word: string;
  readonly audience: AudienceName;
  readonly isDraft: boolean;
  readonly allianceCode: string;
  readonly committeeId: string | null;
  /** Units named in the record. */
  readonly named: readonly string[];
  /** Field of the graph → id of the record that it leads to. Of an agreement: of its first commitment. */
  readonly references: Readonly<Record<string, string>>;
  /** Of a booking: its state. */
  readonly state: string;
  /** Of what takes or wants a resource: its time, in milliseconds. */
  readonly during: { readonly start: number; readonly end: number };
}
