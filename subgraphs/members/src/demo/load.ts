import type { Database } from "@alliance-hub/platform/database/connect";
import {
  type DemonstrationPlace,
  demonstrationAlliance,
} from "@alliance-hub/demonstration/alliance";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { demonstrationLiaisons } from "@alliance-hub/demonstration/liaisons";
import { insertRows, loadSteps } from "@alliance-hub/demonstration/load";
import { demonstrationTerms } from "@alliance-hub/demonstration/seats";
import { syntheticPlace, syntheticUnits } from "@alliance-hub/demonstration/synthetic";
import type { DemonstrationOptions } from "@alliance-hub/platform/subgraph/subgraph";
import type { Kysely } from "kysely";
import type { MembersTables } from "../database.ts";
import { contactCardRows } from "./contact-cards.ts";
import { loadPresent } from "./present.ts";
import { deputySubject, shownOffice } from "./present-offices.ts";
import { registrationRows } from "./registrations.ts";
import {
  appointmentRows,
  liaisonRow,
  membershipRow,
  seatRow,
  subjectsOf,
  teamRow,
  termRow,
} from "./rows.ts";

/** Loads the members of the demonstration alliance. It does not change what exists already. */
export async function loadDemonstration(
  database: Database<MembersTables>,
  options: DemonstrationOptions,
): Promise<void> {
  await loadSteps(database, options, {
    tables: [
      "term",
      "membership",
      "seat",
      "handover",
      "liaison",
      "appointment",
      "registration",
      "team",
      "contactCard",
    ],
    published: async (rows) => {
      const places = demonstrationAlliance();
      for (const place of places) await loadPlace(rows, place);
      const count = (of: (place: DemonstrationPlace) => readonly unknown[]): number =>
        places.flatMap(of).length;
      return `members: ${count(({ memberships }) => memberships)} memberships, ${count(({ seats }) => seats)} seats, ${count(({ teams }) => teams)} teams`;
    },
    present: loadPresent,
    synthetic: loadSynthetic,
  });
}

async function loadPlace(rows: Kysely<MembersTables>, place: DemonstrationPlace): Promise<void> {
  const subjects = subjectsOf(place);
  const deputy = shownOffice(place)?.deputy.id;
  await insertRows(rows, "term", place.terms.map(termRow));
  await insertRows(rows, "membership", place.memberships.map(membershipRow));
  await insertRows(
    rows,
    "seat",
    place.seats.map((seat) =>
      seatRow(seat, subjects.get(seat.id) ?? (seat.id === deputy ? deputySubject(place) : null)),
    ),
  );
  await insertRows(rows, "liaison", demonstrationLiaisons(place).map(liaisonRow));
  await insertRows(rows, "appointment", appointmentRows(place));
  await insertRows(rows, "registration", registrationRows(place));
  await insertRows(rows, "team", place.teams.map(teamRow));
  await insertRows(rows, "contactCard", contactCardRows(place));
}

async function loadSynthetic(rows: Kysely<MembersTables>, step: number): Promise<string> {
  if (step === 1) {
    const { committees } = syntheticPlace();
    const current = demonstrationTerms(committees).filter(({ state }) => state === "CURRENT");
    await insertRows(rows, "term", current.map(termRow));
  }
  const memberships = syntheticUnits(step).map(({ unit, committee }, at) =>
    membershipRow({
      id: demonstrationId("membership", committee.id, unit.id, at),
      committee,
      unit,
      joinedOn: "2022-01-01",
    }),
  );
  await insertRows(rows, "membership", memberships);
  return `members: ${memberships.length} synthetic memberships`;
}
