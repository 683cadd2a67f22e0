import { createRandom } from "../random.ts";
import { AGREEMENT_STEPS } from "./agreement-steps.ts";
import { CALENDAR_STEPS } from "./calendar-steps.ts";
import { readRecords } from "./records.ts";
import { SHARING_STEPS } from "./sharing-steps.ts";
import type { Outcome, Step } from "./turn.ts";
import { TERM_STEPS } from "./term-steps.ts";
import { UNIT_STEPS } from "./unit-steps.ts";
import type { World } from "./world.ts";

/** Everything that can happen in a history, by the mutation's name. */
export const STEPS: Readonly<Record<string, Step>> = {
  ...UNIT_STEPS,
  ...SHARING_STEPS,
  ...AGREEMENT_STEPS,
  ...CALENDAR_STEPS,
  ...TERM_STEPS,
};

/** Takes one step. @param seed decides about what it is, and with which values. */
export async function take(world: World, name: string, seed: number): Promise<Outcome> {
  const step = STEPS[name];
  if (!step) throw new Error(`There is no step ${name}`);
  const records = await readRecords(world.hub.admin, world.district);
  return await step({ world, records, random: createRandom(seed) });
}
