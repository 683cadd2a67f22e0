import { readFileSync } from "node:fs";
import { NOTICE_KINDS } from "@alliance-hub/platform/notices/kinds/all";
import { expect, it } from "@jest/globals";

/** What is told to committees and persons alone, so that no webhook of a unit takes it. */
const NEVER_TO_UNITS = [
  "Application.SUBMITTED",
  "Application.WITHDRAWN",
  "Appointment.APPOINTED",
  "Appointment.ENDED",
  "Committee.CHANGED",
  "Handover.HANDED_OVER",
  "Handover.ENDED",
  "Need.CORRECTED",
  "Need.POSTED",
  "Need.WITHDRAWN",
  "Organization.ENDED",
  "RegionChange.CALLED_OFF",
  "RegionChange.ENDED",
  "RegionChange.FAILED",
  "RegionChange.MERGED",
  "RegionChange.MOVED",
  "RegionChange.PLANNED",
  "RegionChange.RENAMED",
  "Registration.SUBMITTED",
  "Registration.HEADCOUNT_RECORDED",
  "Resource.CORRECTED",
  "Resource.SHARED",
  "Resource.WITHDRAWN",
  "Term.CHANGED",
  "Term.DISCARDED",
  "Term.PLANNED",
  "Term.SEAT_ENDED",
];

/** The portal is no package that a test could import: its table is read as text. */
function portalTypes(): string[] {
  const file = new URL("../../web/portal/src/words/notice-types.ts", import.meta.url);
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^ {2}(\w+): \{[^]*?types: \{([^}]*)\}/gm)].flatMap(([, noun, types]) =>
    [...String(types).matchAll(/(\w+): "/g)].map(([, type]) => `${noun}.${type}`),
  );
}

it("the portal has words for all notices that units get, and for no others", () => {
  const all = Object.entries(NOTICE_KINDS).flatMap(([noun, kinds]) =>
    Object.keys(kinds).map((type) => `${noun}.${type}`),
  );
  expect(portalTypes().toSorted()).toEqual(
    all.filter((one) => !NEVER_TO_UNITS.includes(one)).toSorted(),
  );
});
