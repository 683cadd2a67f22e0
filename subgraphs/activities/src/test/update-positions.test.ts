import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { type CalendarSetting, createCalendarSetting, scheduled } from "./calendar-setting.ts";
import { FOLLOW, SINCE, type Stretch, readSince } from "./update-log-setting.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
});

const since = (viewer: Viewer, variables: object = {}): Promise<Stretch> =>
  readSince(setting, viewer, variables);

/** Where the log ends now, for tests that look at what they do themselves. */
const now = async (): Promise<string> => (await since(ANONYMOUS)).endPosition;

describe("a position of the update log", () => {
  it("is refused where it is none, of another log, or older than what is kept", async () => {
    await scheduled(setting);
    const position = await now();
    const code = async (after: string) =>
      (await setting.call(setting.secretary, SINCE, { after })).code;
    for (const none of [
      "x",
      "",
      "🙂",
      position.slice(2),
      `${position}=`,
      position.replace(/.$/, "+"),
    ])
      expect(await code(none)).toBe("BAD_USER_INPUT");
    expect(await code(position)).toBeUndefined();
    const changed = position.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    expect(await code(changed.replace(/^(.{9})./, "$1_"))).toBe("RESYNC_REQUIRED");
    await setting.admin.query(
      "update activities.update_log set cleared_number = activities.last_update_number() + 1",
    );
    expect(await code(position)).toBe("RESYNC_REQUIRED");
    await scheduled(setting);
    expect(await code(await now())).toBeUndefined();
    const before = await now();
    await setting.admin.query(
      "update activities.update_log set seal_key = sha512(gen_random_uuid()::text::bytea)",
    );
    expect(await code(before)).toBe("RESYNC_REQUIRED");
  });

  it("is not taken from the time when none was sealed: it could be counted up", async () => {
    await scheduled(setting);
    const { rows } = await setting.admin.query(
      `select left(md5(concat_ws('/', epoch, system_identifier, timeline_id,
         (select oid from pg_database where datname = current_database()))), 12) as epoch,
         activities.last_update_number() as number
       from activities.update_log, pg_control_system(), pg_control_checkpoint()`,
    );
    const unsealed = Buffer.from(`${rows[0].epoch}.${rows[0].number}`).toString("base64url");
    expect((await setting.call(setting.secretary, SINCE, { after: unsealed })).code).toBe(
      "RESYNC_REQUIRED",
    );
  });

  it("tells nobody what they may not see", async () => {
    const after = await now();
    const quiet = await since(ANONYMOUS, { after });
    const again = await since(ANONYMOUS, { after });
    // Two that stand at the same place differ, so that two that differ say nothing.
    expect(again.endPosition).not.toBe(quiet.endPosition);
    const shown = await scheduled(setting, { audience: "PUBLIC" });
    const alone = await since(ANONYMOUS, { after });
    for (let count = 0; count < 3; count++) await scheduled(setting, { audience: "PARTIES" });
    const followed = await since(ANONYMOUS, { after });
    expect(followed.nodes).toEqual(alone.nodes);
    expect(followed.nodes.map(({ activity }) => activity?.id)).toEqual([shown]);
    const all = [quiet, again, alone, followed].map(({ endPosition }) => endPosition);
    all.push(...alone.nodes.map(({ position }) => position));
    expect(new Set(all).size).toBe(5);
    expect(new Set(all.map(({ length }) => length)).size).toBe(1);
    // No number, not even in order, and nothing that two have in common.
    for (const one of all)
      for (const other of all) if (one !== other) expect(commonBytes(one, other)).toBeLessThan(8);
  });
});

/** How many bytes of two positions are the same at the same place, but for the first. */
function commonBytes(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => Buffer.from(text, "base64url"));
  return [...(a ?? [])].filter((byte, at) => at > 0 && byte === b?.[at]).length;
}

describe("a log that was restored from a copy", () => {
  /** Puts the log back to where a copy was made, as restoring that copy does. */
  async function putBack(number: number): Promise<void> {
    await setting.admin.query("delete from activities.activity_update where number > $1", [number]);
    await setting.admin.query("delete from activities.notice where number > $1", [number]);
    await setting.admin.query("select setval('activities.activity_update_number_seq', $1)", [
      number,
    ]);
  }
  const last = async (): Promise<number> =>
    Number(
      (await setting.admin.query("select activities.last_update_number() as last")).rows[0].last,
    );
  const codes = async (positions: readonly string[]): Promise<(string | undefined)[]> =>
    Promise.all(
      positions.map(
        async (after) => (await setting.call(setting.secretary, SINCE, { after })).code,
      ),
    );

  it("tells readers from the lost future, and lets the others go on", async () => {
    await scheduled(setting);
    const early = await since(setting.secretary);
    const copied = await last();
    for (let count = 0; count < 10; count++) await scheduled(setting);
    const lost = await since(setting.secretary, { after: early.endPosition });
    const positions = [...lost.nodes.map(({ position }) => position), lost.endPosition];
    await putBack(copied);
    expect(new Set(await codes(positions))).toEqual(new Set(["RESYNC_REQUIRED"]));
    for (let count = 0; count < 14; count++) await scheduled(setting);
    expect(new Set(await codes(positions))).toEqual(new Set(["RESYNC_REQUIRED"]));
    const known = early.nodes.at(-1)?.position ?? "";
    for (const after of [early.endPosition, known])
      expect((await since(setting.secretary, { after })).nodes).toHaveLength(14);
  });

  it("tells whoever follows it while it is put back, as when a standby takes over that lacks the end", async () => {
    const after = await now();
    const copied = await last();
    const told: (string | undefined)[] = [];
    const read = async (): Promise<void> => {
      const signal = AbortSignal.timeout(60_000);
      for await (const { data, code } of setting.follow(setting.secretary, {
        query: FOLLOW,
        variables: { after },
        signal,
      }))
        told.push(code ?? (data && data.activityUpdates.id));
    };
    const reading = read();
    for (let count = 0; count < 3; count++) await scheduled(setting);
    while (told.filter(Boolean).length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    await putBack(copied);
    for (let count = 0; count < 5; count++) await scheduled(setting);
    await reading;
    expect(told.filter(Boolean).slice(3)).toEqual(["RESYNC_REQUIRED"]);
  });
});
