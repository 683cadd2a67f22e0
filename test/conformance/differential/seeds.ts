/** Name of the setting that repeats a run: seeds, with commas between them. */
export const SETTING = "DIFFERENTIAL_SEEDS";

/** The seeds of a run: those that are set, or others in each run. */
export function seedsOf(count: number, setting = process.env[SETTING]): number[] {
  if (setting === undefined || setting === "")
    return Array.from({ length: count }, () => Math.floor(Math.random() * 2 ** 31));
  const seeds = setting.split(",").map(Number);
  if (seeds.every((seed) => Number.isInteger(seed))) return seeds;
  throw new Error(
    `${SETTING} is ${JSON.stringify(setting)}. Set whole numbers, with commas between them.`,
  );
}
