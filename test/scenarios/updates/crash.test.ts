import { randomInt } from "node:crypto";
import { until } from "@alliance-hub/testing/until";
import { expect, it } from "@jest/globals";
import { outOfOrder, startEndpoint } from "../../support/crash/endpoint.ts";
import {
  type LogEntry,
  firstDifference,
  readEntries,
  tally,
} from "../../support/crash/log-entries.ts";
import { startStage } from "../../support/crash/stage.ts";
import { untilAllCame } from "../../support/crash/until-all-came.ts";
import { type Confirmed, startWriters } from "../../support/crash/writers.ts";
import { type Random, createRandom } from "../../support/random.ts";
import type { Reader } from "../../support/readers/reader.ts";
import { startReaders } from "../../support/readers/several.ts";

/** Each way to end comes with followers at the live end and without, twice at least. */
const ROUNDS = 12;
const WRITERS = 200;
/** Changes of a round that are confirmed before the hub ends; as many others are under way. */
const CHANGES = [1, 100] as const;
/**
 * Every so many rounds begin when those who follow the hub have come to the live end of the log, and end
 * when they have been told so many updates; the others find them wherever they are.
 */
const LIVE_EVERY = 2;
const TOLD = [1, 250] as const;
/** Every so many rounds the hub is told to stop, instead of being killed. */
const STOPPED_EVERY = 3;
const LIAISON = "445202-liaison-1";
/** On two cores that have other work as well, in milliseconds. */
const LIMIT_MS = 600_000;

it(
  "nothing is lost, doubled or out of order, however often the hub ends and whoever is cut off",
  async () => {
    const seed = randomInt(2 ** 31);
    try {
      await endAndResume(createRandom(seed));
    } catch (cause) {
      throw new Error(`It failed with the seed ${seed}: ${String(cause)}`, { cause });
    }
  },
  LIMIT_MS,
);

async function endAndResume(random: Random): Promise<void> {
  await using stage = await startStage();
  const { hub, after, hostId, tokenOf } = stage;
  const over = new AbortController();
  const token = tokenOf(LIAISON);
  const readers = startReaders({ hub, after, token, random: random.fork(), over: over.signal });
  const followers = readers.filter(({ name }) => !name.startsWith("polling"));
  const registered = { url: await hub.url(), token, after };
  await using steady = await startEndpoint(registered);
  await using failing = await startEndpoint({ ...registered, failing: random.fork() });
  const endpoints = [steady, failing];

  const readLog = async (): Promise<readonly LogEntry[]> =>
    (await readEntries(await hub.url(), after)).entries;

  const confirmed: Confirmed[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const isLive = round % LIVE_EVERY === 0;
    // Where one does not come there, what follows says what it has lost.
    if (isLive && !(await untilAllCame(countsOf(followers), (await readLog()).length))) break;
    const before = toldTo(followers);
    const settings = { url: await hub.url(), writers: WRITERS, hostId, tokenOf };
    const writers = startWriters({ ...settings, random: random.fork() });
    await writers.reached(random.between(...CHANGES));
    const wanted = isLive ? before + random.between(...TOLD) : 0;
    await until(
      () => toldTo(followers),
      (told) => told >= wanted || [writers, ...followers].some(hasFault),
    );
    const stopped = writers.stop();
    await hub.restart(round % STOPPED_EVERY === 0 ? "SIGTERM" : "SIGKILL");
    await stopped;
    expect(writers.faults).toEqual([]);
    confirmed.push(...writers.confirmed);
  }

  const entries = await readLog();
  const ids = entries.map(({ id }) => id);
  const counts = [
    ...countsOf(readers),
    ...endpoints.map(
      ({ taken }) =>
        () =>
          taken.size,
    ),
  ];
  await untilAllCame(counts, ids.length);
  over.abort();
  await Promise.all(readers.map((reader) => reader.ended));

  // Each change that was confirmed is in the log; one that was not may have been committed all the same.
  const key = ({ activityId, type }: Confirmed): string => `${type} ${activityId}`;
  const inLog = tally(entries.map(key));
  const lost = [...tally(confirmed.map(key))].filter(([of, times]) => (inLog.get(of) ?? 0) < times);
  expect(lost).toEqual([]);
  expect(Object.fromEntries(tally(entries.map(({ type }) => type)))).toEqual(await stage.audited());

  for (const { name, faults, ids: told } of readers) {
    expect({ name, faults }).toEqual({ name, faults: [] });
    expect({ name, difference: firstDifference(told, ids) }).toEqual({ name });
  }
  for (const { arrivals, taken } of endpoints) {
    expect(ids.filter((id) => !taken.has(id))).toEqual([]);
    expect(outOfOrder(arrivals, entries)).toEqual([]);
  }
  // A hub that stops says so to those who follow it, whatever they follow it by.
  for (const kind of ["event stream", "WebSocket"])
    expect(readers.some(({ name, goodbyes }) => name.startsWith(kind) && goodbyes > 0)).toBe(true);
}

const hasFault = ({ faults }: Pick<Reader, "faults">): boolean => faults.length > 0;

const countsOf = (readers: readonly Reader[]): (() => number)[] =>
  readers.map(
    ({ ids }) =>
      () =>
        ids.length,
  );

function toldTo(readers: readonly Reader[]): number {
  return readers.reduce((sum, { ids }) => sum + ids.length, 0);
}
