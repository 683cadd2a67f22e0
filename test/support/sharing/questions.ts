import type { Noun } from "./records.ts";

/** What is requested of one record by its id. The texts of referenced records come from the other subgraph. */
const RECORDS: Readonly<Record<ListedNoun, string>> = {
  resource: `id title provider { id name } committee { id name } bookings(first: 100) { totalCount nodes { id } }
    blockings(first: 100) { totalCount nodes { id } } waitingList(first: 100) { totalCount nodes { id } }`,
  need: "id title organization { id name } committee { id name } collectionRound { id title }",
  collectionRound: "id title committee { id name }",
  booking: `id state organization { id name } resource { id title } rivals { id }
    series { id bookings(first: 100) { nodes { id } } }`,
  waitingEntry: "id state organization { id name } resource { id title } booking { id }",
  agreement:
    "id title committee { id name } parties { organization { id name } } commitments { organization { id name } resource { id title } }",
  activity:
    "id title host { id name } committee { id name } venue { id title provider { name } } participants { organization { id name } } agendaItems { id }",
  issue:
    "id title committee { id name } owner { id name } activity { id title venue { id title } }",
};

/** Nouns that the graph has by id; a booking is found in its list. */
export const BY_ID = [
  "resource",
  "need",
  "collectionRound",
  "agreement",
  "activity",
  "issue",
] as const;

/** Nouns that the graph lists. */
export const LISTED = [
  "resource",
  "need",
  "collectionRound",
  "booking",
  "waitingEntry",
  "agreement",
  "activity",
  "issue",
] as const satisfies readonly Noun[];
type ListedNoun = (typeof LISTED)[number];

/** Nouns whose titles can be searched. */
export const SEARCHED = ["resource", "need", "agreement", "activity"] as const;

const plural: Readonly<Record<(typeof LISTED)[number], string>> = {
  resource: "resources",
  need: "needs",
  collectionRound: "collectionRounds",
  booking: "bookings",
  waitingEntry: "waitingEntries",
  agreement: "agreements",
  activity: "activities",
  issue: "issues",
};

/** Records by their ids, as `r0`, `r1` and so on. */
export function byIdQuery(noun: (typeof BY_ID)[number], ids: readonly string[]): string {
  const fields = ids.map((id, at) => `r${at}: ${noun}(id: "${id}") { ...shown }`);
  const type = noun[0]?.toUpperCase() + noun.slice(1);
  return `{ ${fields.join(" ")} } fragment shown on ${type} { ${RECORDS[noun]} }`;
}

/** The newest of a list, in every state. */
export function listQuery(noun: (typeof LISTED)[number]): string {
  const states =
    noun === "resource" || noun === "need"
      ? "(filter: { states: [DRAFT, PUBLISHED, WITHDRAWN] }, first: 100)"
      : "(first: 100)";
  return `{ list: ${plural[noun]}${states} { nodes { ${RECORDS[noun]} } } }`;
}

/** What a list finds for one word, and how many it counts. */
export function searchQuery(noun: (typeof SEARCHED)[number]): string {
  const states =
    noun === "resource" || noun === "need" ? ", states: [DRAFT, PUBLISHED, WITHDRAWN]" : "";
  return `query ($text: String!) { list: ${plural[noun]}(filter: { text: $text${states} }) { totalCount nodes { id } } }`;
}

/** Lists that are filtered by the sides of what they have, and by its resource. */
export const FILTERED = ["booking", "waitingEntry"] as const;

/** The newest of a list that a filter lets through. */
export function filteredQuery(noun: (typeof FILTERED)[number]): string {
  const type = noun === "booking" ? "BookingFilter" : "WaitingFilter";
  return `query ($filter: ${type}) { list: ${plural[noun]}(filter: $filter, first: 100) { totalCount nodes { id } } }`;
}

/** Lists below a committee and below a unit. */
export const BELOW = `query ($committee: ID!, $unit: ID!) {
  committee(id: $committee) {
    resources(first: 100) { totalCount nodes { id } } needs(first: 100) { totalCount nodes { id } }
    collectionRounds(first: 100) { totalCount nodes { id } } agreements(first: 100) { totalCount nodes { id } }
    activities(first: 100) { totalCount nodes { id } } issues(first: 100) { totalCount nodes { id } }
  }
  organization(id: $unit) {
    resources(first: 100) { totalCount nodes { id } } needs(first: 100) { totalCount nodes { id } }
    bookings(first: 100) { totalCount nodes { id } } agreements(first: 100) { totalCount nodes { id } }
    activities(first: 100) { totalCount nodes { id } }
  }
}`;
