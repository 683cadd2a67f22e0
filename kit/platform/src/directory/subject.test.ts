import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { PARTNER_SUBJECT } from "./partner-key.ts";
import { isReservedSubject } from "./subject.ts";

describe("a subject that looks like the hub's own", () => {
  it.each([
    `${PARTNER_SUBJECT}portal`,
    "partner:",
    "PARTNER:portal",
    " partner:portal",
    "part\u200bner:portal",
    "ｐａｒｔｎｅｒ：portal",
    "calendar-feed:0198",
    "feed:0198",
    "webhook:0198",
    "webhooks",
    "command:operator",
    "anonymous",
    "Anonymous",
  ])("is %j", (subject) => {
    expect(isReservedSubject(subject)).toBe(true);
  });

  it.each(["demo:445202-secretary", "partner", "partners:x", "7f3c", "auth0|partner:x", "feeder"])(
    "is not %j",
    (subject) => {
      expect(isReservedSubject(subject)).toBe(false);
    },
  );

  it("stays so however letters are written", () => {
    const spelling = fc
      .constantFrom("partner:", "feed:", "calendar-feed:", "command:")
      .chain((word) =>
        fc.array(fc.boolean(), { minLength: word.length, maxLength: word.length }).map((upper) =>
          word
            .split("")
            .map((letter, at) => (upper[at] ? letter.toUpperCase() : letter))
            .join(""),
        ),
      );
    fc.assert(
      fc.property(spelling, fc.string(), (start, rest) => {
        expect(isReservedSubject(start + rest)).toBe(true);
      }),
    );
  });
});
