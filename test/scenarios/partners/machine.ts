import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Answer } from "../../support/ask.ts";
import { type ExampleProcess, runExample, startExample } from "../../support/example-process.ts";
import { writeGuide } from "../../support/guide.ts";
import type { TestHub } from "../../support/hub.ts";
import { type Line, openLine } from "../../support/line.ts";
import { type TestPartner, createPartner } from "../../support/partner.ts";
import { patiently } from "../../support/patience.ts";
import { unitOf } from "../../support/people.ts";

/** A partner's machine, with the guide's examples on it and a line to the hub. */
export interface Machine extends AsyncDisposable {
  readonly line: Line;
  readonly partner: TestPartner;
  start(file: string): ExampleProcess;
  run(file: string): Promise<Answer[]>;
  /** The position that is kept, once it is so. Default: once there is one. */
  position(isSo?: (kept: string) => boolean): Promise<string>;
}

/** Sets one up. */
export async function openMachine(hub: TestHub): Promise<Machine> {
  await using starting = new AsyncDisposableStack();
  const { path: folder } = starting.use(await writeGuide());
  const line = starting.use(await openLine(hub.url));
  const partner = await createPartner(hub, unitOf("445202-liaison-1"), ["activities:read"]);
  const environment = { HUB_URL: line.url, HUB_KEY: partner.key };
  const kept = (): Promise<string> => readFile(join(folder, "position.txt"), "utf8");
  const all = starting.move();
  return {
    line,
    partner,
    start: (file) => all.use(startExample(file, { folder, environment })),
    run: async (file) => {
      const printed = await runExample(file, { folder, environment });
      return printed.split("\n").flatMap((text) => (text ? [JSON.parse(text) as Answer] : []));
    },
    position: (isSo = (found) => found !== "") => patiently(() => kept().catch(() => ""), isSo),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

/** Ids of the updates among what was printed; the rest is what was read anew. */
export const told = (printed: readonly Answer[]): unknown[] =>
  printed.filter((one) => one["type"] !== undefined).map((one) => one["id"]);
/** Waits until it has printed so many of them. */
export const untilTold = (example: ExampleProcess, count: number): Promise<void> =>
  example.untilPrinted(() => told(example.json()).length >= count);
/** Ids of the activities that were read anew. */
export const readAnew = (printed: readonly Answer[]): unknown[] =>
  printed.filter((one) => one["type"] === undefined).map((one) => one["activity"]?.["id"]);
