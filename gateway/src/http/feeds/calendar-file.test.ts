import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import ICAL from "ical.js";
import { renderCalendar } from "./calendar-file.ts";
import type { FeedActivity } from "./feed-query.ts";
import type { RevisedContent, Revision } from "./revisions.ts";

type Entry = FeedActivity & Revision;

const ACTIVITY: Entry = {
  id: "01890000-0000-7000-8000-000000000001",
  title: "义务植树",
  description: "带铁锹",
  state: "SCHEDULED",
  cancelReason: null,
  startsAt: "2026-03-11T01:00:00.000Z",
  endsAt: "2026-03-11T03:30:00.000Z",
  version: 1,
  createdAt: "2026-03-01T04:00:00.000Z",
  updatedAt: "2026-03-02T05:06:07.000Z",
  sequence: 0,
  modifiedAt: "2026-03-02T05:06:07.000Z",
  host: { name: "某街道办事处" },
  committee: { name: "某街道大工委" },
  place: "党群服务中心",
  venue: { title: "党群服务中心" },
};

const content = (...activities: Partial<Entry>[]): RevisedContent => ({
  organization: { name: "某单位" },
  committee: null,
  activities: activities.map((over) => ({ ...ACTIVITY, ...over })),
});

const read = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventsOf = (text: string) =>
  read(text)
    .getAllSubcomponents("vevent")
    .map((component) => ({ component, event: new ICAL.Event(component) }));
function eventOf(over: Partial<Entry> = {}) {
  const [found] = eventsOf(renderCalendar(content(over)));
  if (!found) throw new Error("There is no event");
  return found;
}

/** Text as clients may have entered it: any characters except lone surrogates. */
const texts = fc
  .string({ unit: "binary", minLength: 1, maxLength: 300 })
  .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}]/gu, "·"));

describe("a calendar file", () => {
  it("tells an activity's time in its zone, whatever the zone of the process", () => {
    const { component, event } = eventOf();
    expect(component.getFirstProperty("dtstart")?.toICALString()).toBe(
      "DTSTART;TZID=Asia/Shanghai:20260311T090000",
    );
    expect(component.getFirstProperty("dtend")?.toICALString()).toBe(
      "DTEND;TZID=Asia/Shanghai:20260311T113000",
    );
    const zone = read(renderCalendar(content({}))).getFirstSubcomponent("vtimezone");
    expect(zone?.getFirstPropertyValue("tzid")).toBe("Asia/Shanghai");
    event.startDate.zone = new ICAL.Timezone({ component: zone ?? "" });
    expect(event.startDate.toJSDate().toISOString()).toBe(ACTIVITY.startsAt);
  });

  it("names host, committee and place", () => {
    const { event } = eventOf();
    expect(event.summary).toBe("义务植树");
    expect(event.location).toBe("党群服务中心");
    expect(event.description).toBe("带铁锹\n主办：某街道办事处\n委员会：某街道大工委");
    expect(eventOf({ place: "党群服务中心（某路 1 号）" }).event.location).toBe(
      "党群服务中心（某路 1 号）",
    );
    expect(eventOf({ place: "从后门进" }).event.location).toBe("党群服务中心 · 从后门进");
    expect(eventOf({ venue: null, place: "院子里" }).event.location).toBe("院子里");
    expect(eventOf({ venue: null, place: null }).component.hasProperty("location")).toBe(false);
    expect(eventOf().component.hasProperty("organizer")).toBe(false);
  });

  it("knows an activity by one name for good, and by a number that grows when it changes", () => {
    const first = eventOf();
    const moved = eventOf({
      state: "RESCHEDULED",
      sequence: 3,
      startsAt: "2026-03-12T01:00:00.000Z",
    });
    expect(first.event.uid).toBe("01890000-0000-7000-8000-000000000001@activities.alliance-hub");
    expect(moved.event.uid).toBe(first.event.uid);
    expect([first.event.sequence, moved.event.sequence]).toEqual([0, 3]);
    expect(moved.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
  });

  it("keeps what was cancelled, as cancelled, with the reason", () => {
    const { component, event } = eventOf({ state: "CANCELLED", cancelReason: "下雨" });
    expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(event.description).toMatch(/^已取消：下雨\n/);
  });

  it("takes its stamps from the revisions, in UTC, so that the same records give the same bytes", () => {
    const { component } = eventOf();
    const stamps = ["dtstamp", "created", "last-modified"].map((name) =>
      component.getFirstProperty(name)?.toICALString(),
    );
    expect(stamps).toEqual([
      "DTSTAMP:20260302T050607Z",
      "CREATED:20260301T040000Z",
      "LAST-MODIFIED:20260302T050607Z",
    ]);
    expect(renderCalendar(content({}))).toBe(renderCalendar(content({})));
  });

  it("has the owner's name, and says how often to ask", () => {
    const calendar = read(
      renderCalendar({ ...content(), organization: null, committee: { name: "甲；乙,丙;丁\\戊" } }),
    );
    // The parser knows neither of the two and returns them as they are written.
    for (const name of ["name", "x-wr-calname"])
      expect(calendar.getFirstPropertyValue(name)).toBe("甲；乙\\,丙\\;丁\\\\戊");
    expect(calendar.getFirstProperty("refresh-interval")?.toICALString()).toBe(
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    );
    expect(calendar.getFirstPropertyValue("x-published-ttl")).toBe("PT1H");
    expect(calendar.getFirstPropertyValue("x-wr-timezone")).toBe("Asia/Shanghai");
  });

  it("folds lines at 75 octets and never inside a character", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const file = Buffer.from(
          renderCalendar(content({ title: text, description: `议题：${text}` })),
        );
        const strict = new TextDecoder("utf-8", { fatal: true });
        expect(file.subarray(-2).toString()).toBe("\r\n");
        for (const line of splitLines(file)) {
          expect(line.length).toBeLessThanOrEqual(75);
          expect(() => strict.decode(line)).not.toThrow();
          expect(line.includes(0x0a) || line.includes(0x0d)).toBe(false);
        }
      }),
    );
    const long = "党建引领基层治理联席会议".repeat(20);
    expect(renderCalendar(content({ title: long }))).toMatch(/\r\n 党|\r\n 建|\r\n 会|\r\n [治理]/);
    expect(eventOf({ title: long }).event.summary).toBe(long);
  });

  it("has what holds for all of it before its components, as strict readers want it", () => {
    const lines = renderCalendar(content({}, {})).split("\r\n");
    const first = lines.findIndex((line) => /^BEGIN:(?!VCALENDAR)/.test(line));
    const head = lines.slice(1, first).map((line) => line.split(/[:;]/)[0]);
    expect(head).toEqual(expect.arrayContaining(["VERSION", "PRODID", "X-WR-TIMEZONE", "NAME"]));
    let depth = 0;
    for (const line of lines.slice(first, -2)) {
      if (line.startsWith("BEGIN:")) depth += 1;
      // After the first component everything belongs to one.
      expect({ line, isWithin: depth > 0 }).toEqual({ line, isWithin: true });
      if (line.startsWith("END:")) depth -= 1;
    }
    expect(lines.slice(-2)).toEqual(["END:VCALENDAR", ""]);
  });

  it("is read back as it was written, whatever is in a text", () => {
    fc.assert(
      fc.property(texts, texts, (title, description) => {
        const { event } = eventOf({ title, description, host: null, committee: null });
        expect({ title: event.summary, description: event.description }).toEqual({
          title,
          description,
        });
      }),
    );
    const sly = "会\r\nEND:VEVENT\nBEGIN:VALARM\u0007";
    const events = eventsOf(renderCalendar(content({ title: sly })));
    expect(events.map(({ event }) => event.summary)).toEqual(["会\nEND:VEVENT\nBEGIN:VALARM"]);
  });
});

function splitLines(file: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < file.length;) {
    const end = file.indexOf("\r\n", from);
    lines.push(file.subarray(from, end));
    from = end + 2;
  }
  return lines;
}
