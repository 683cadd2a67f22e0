import { readInstant } from "../field-changes/instants.ts";
import { ENUMERATIONS, type Enumeration } from "./enumerations.ts";
import { fieldWord } from "./fields.ts";
import type { Noun } from "./nouns.ts";
import { STATES } from "./states.ts";
import { dayWords, instantWords } from "./times.ts";

/** Fields whose values are those of one enumeration, whatever record they belong to. */
const BY_FIELD: Readonly<Record<string, Enumeration>> = {
  audience: "Audience",
  functionAreas: "FunctionArea",
  kinds: "ActivityKind",
  language: "MailLanguage",
  mode: "MailMode",
  types: "ActivityUpdateType",
  updateType: "ActivityUpdateType",
  venueKind: "VenueKind",
};

/** Fields whose enumeration depends on the record. */
const BY_NOUN: Readonly<Partial<Record<Noun, Readonly<Record<string, Enumeration>>>>> = {
  Activity: { kind: "ActivityKind" },
  Appointment: { role: "AppointedRole" },
  Committee: { kind: "CommitteeKind", level: "CommitteeLevel" },
  Need: { kind: "NeedKind" },
  Organization: { kind: "OrganizationKind" },
  Region: { level: "RegionLevel" },
  RegionChange: { kind: "RegionChangeKind" },
  Resource: { kind: "ResourceKind" },
  Seat: { role: "SeatRole" },
  Team: { kind: "TeamKind" },
  WebhookEndpoint: { kind: "WebhookKind" },
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The words for the values of a field that has some; undefined for a field whose values are free. */
export function wordsOfValues(
  noun: string,
  field: string,
): Readonly<Record<string, string>> | undefined {
  if (field === "state") return STATES[noun as Noun];
  const enumeration = BY_NOUN[noun as Noun]?.[field] ?? BY_FIELD[field];
  return enumeration && ENUMERATIONS[enumeration];
}

/**
 * A stored value of a record's field, as people read it in Chinese: an enumeration in words, an instant in
 * Asia/Shanghai.
 *
 * @param of the type of the record, and the field.
 * @param nameOf the name of the record that a text is the id of. Default: texts stay as they are.
 * @returns null for a value that is empty.
 */
export function valueInChinese(
  value: unknown,
  of: { readonly noun: string; readonly field: string },
  nameOf: (text: string) => string = (text) => text,
): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value))
    return value.map((entry) => valueInChinese(entry, of, nameOf)).join("、") || null;
  const read = readInstant(value);
  if (read instanceof Date) return instantWords(read).zh;
  if (typeof value === "object") return objectInChinese(value, of.noun, nameOf);
  const text = String(value as string | number);
  const words = wordsOfValues(of.noun, of.field);
  if (words && Object.hasOwn(words, text)) return words[text] ?? text;
  return DAY.test(text) ? dayWords(text).zh : nameOf(text);
}

/** Its fields that have a value: 类型：会议，委员会：…. */
function objectInChinese(
  value: object,
  noun: string,
  nameOf: (text: string) => string,
): string | null {
  const fields = Object.entries(value).flatMap(([field, inner]) => {
    const words = valueInChinese(inner, { noun, field }, nameOf);
    return words === null ? [] : [`${fieldWord(field, noun) ?? field}：${words}`];
  });
  return fields.join("，") || null;
}
