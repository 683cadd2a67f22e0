import { existsSync, readFileSync, readdirSync } from "node:fs";
import { NOTICE_KINDS } from "@alliance-hub/platform/notices/kinds/all";
import { describe, expect, it } from "@jest/globals";
import { noticePage } from "@alliance-hub/activities/mechanisms/notice-log/notice-page";

const ROUTES = new URL("../../web/portal/src/routes/", import.meta.url);
const FACTS = { committee: { committee: "c" }, organization: { unit: "u" } };
/** Tells people what they are, or of a place that only its operators have a page of. */
const WITHOUT_PAGE = ["Appointment", "RegionChange"];

describe("the page that a notice leads to", () => {
  const paths = readdirSync(ROUTES).flatMap((folder) => {
    const file = new URL(`${folder}/route.ts`, ROUTES);
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    return Array.from(text.matchAll(/path: "([^"]+)"/g), ([, path = ""]) => path);
  });

  it.each(Object.keys(NOTICE_KINDS))("of %s is there", (noun) => {
    const page = noticePage({ noun, recordId: "r", facts: FACTS });
    if (WITHOUT_PAGE.includes(noun)) expect(page).toBeNull();
    else expect(paths).toContain(page?.replace(/\/[cru]$/, "/$id"));
  });

  it("is that of the committee or the unit where the record has none", () => {
    expect(noticePage({ noun: "Seat", recordId: "r", facts: FACTS })).toBe("/committees/c");
    expect(noticePage({ noun: "Liaison", recordId: "r", facts: FACTS })).toBe("/organizations/u");
    expect(noticePage({ noun: "Liaison", recordId: "r", facts: {} })).toBeNull();
  });
});
