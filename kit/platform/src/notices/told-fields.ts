import type { Enumeration } from "../words/enumerations.ts";
import type { TitledNoun } from "./facts.ts";

/**
 * How the value of a field is told. `NAME_ONLY`: that it changed, and nothing else, as for long texts. Personal and
 * secret fields are told like this, whatever stands here.
 */
export type Telling =
  | "NAME_ONLY"
  | "TEXT"
  | "NUMBER"
  | "DAY"
  | "UNIT"
  | "STATE"
  | { readonly value: Enumeration }
  | { readonly record: TitledNoun }
  /** Told as one: a time, from two fields with instants. */
  | { readonly range: readonly [start: string, end: string] };

/** A field whose corrections are told. In Chinese it is called as everywhere. */
export interface ToldField {
  /** What it is called in English, within a sentence. */
  readonly en: string;
  readonly as: Telling;
}

const AUDIENCE: ToldField = { en: "audience", as: { value: "Audience" } };
const TITLE: ToldField = { en: "title", as: "TEXT" };
const DESCRIPTION: ToldField = { en: "description", as: "NAME_ONLY" };
const SINCE: ToldField = { en: "first day", as: "DAY" };
const HOLDER: ToldField = { en: "name", as: "NAME_ONLY" };

/**
 * Which corrected fields are told to those whom a record concerns, in which order, and how. What is not here is told to
 * nobody, such as the booking of a venue, of which its provider has a notice of its own.
 */
export const TOLD_FIELDS = {
  Activity: {
    title: TITLE,
    kind: { en: "kind", as: { value: "ActivityKind" } },
    during: { en: "time", as: { range: ["startsAt", "endsAt"] } },
    venueId: { en: "venue", as: { record: "Resource" } },
    place: { en: "place", as: "TEXT" },
    audience: AUDIENCE,
    theme: { en: "theme", as: "TEXT" },
    description: DESCRIPTION,
    state: { en: "state", as: "STATE" },
    attendance: { en: "attendance", as: "NUMBER" },
  },
  AgendaItem: {
    title: TITLE,
    proposedByOrganizationId: { en: "unit that proposes it", as: "UNIT" },
    detail: { en: "detail", as: "NAME_ONLY" },
  },
  CollectionRound: {
    title: TITLE,
    opensOn: { en: "first day", as: "DAY" },
    closesOn: { en: "last day", as: "DAY" },
  },
  Issue: {
    title: TITLE,
    ownerId: { en: "owner", as: "UNIT" },
    deadline: { en: "deadline", as: "DAY" },
    activityId: { en: "meeting", as: { record: "Activity" } },
    audience: AUDIENCE,
    measure: { en: "measure", as: "NAME_ONLY" },
    outcome: { en: "outcome", as: "NAME_ONLY" },
  },
  Need: {
    title: TITLE,
    kind: { en: "kind", as: { value: "NeedKind" } },
    quantity: { en: "quantity", as: "NUMBER" },
    unit: { en: "unit of measure", as: "TEXT" },
    neededBy: { en: "day by which it is wanted", as: "DAY" },
    audience: AUDIENCE,
    description: DESCRIPTION,
  },
  Participant: { organizationId: { en: "participant", as: "UNIT" } },
  Resource: {
    title: TITLE,
    kind: { en: "kind", as: { value: "ResourceKind" } },
    capacity: { en: "capacity", as: "NUMBER" },
    unit: { en: "unit of measure", as: "TEXT" },
    audience: AUDIENCE,
    description: DESCRIPTION,
  },
  Seat: { holderName: HOLDER, since: SINCE },
  UnitSeat: {
    holderName: HOLDER,
    role: { en: "office", as: "TEXT" },
    since: SINCE,
    agreementId: { en: "agreement", as: { record: "Agreement" } },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ToldField>>>>;

/** A type of records of which those concerned are told what was corrected. */
export type CorrectedNoun = keyof typeof TOLD_FIELDS;

/** How the corrections of a field are told; undefined where they are not. */
export function toldField(noun: CorrectedNoun, field: string): ToldField | undefined {
  const fields: Readonly<Record<string, ToldField>> = TOLD_FIELDS[noun];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}
