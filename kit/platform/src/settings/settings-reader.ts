import { databaseUrlFault } from "../database/database-url.ts";
import { StartError } from "../errors/start-error.ts";

/** Reads settings one by one and collects what is wrong with them, so that all faults are reported at once. */
export interface SettingsReader {
  readonly faults: string[];
  /** A value without space around it; undefined if it is missing or empty. */
  readonly text: (name: string) => string | undefined;
  /** A whole number within a range, both ends included. */
  readonly number: (name: string, fallback: number, range: readonly [number, number]) => number;
  /** One of the words. */
  readonly word: <Word extends string>(
    name: string,
    fallback: Word,
    words: readonly Word[],
  ) => Word;
  /** The address of a database, of one server or several. */
  readonly database: (name: string) => string | undefined;
  /** An address; its value is never repeated, since it may hold a password. */
  readonly url: (name: string, protocols: readonly string[]) => string | undefined;
  /** Values separated by commas. */
  readonly list: (name: string) => string[];
  /**
   * The settings as they were read, frozen.
   *
   * @throws ConfigError that names every fault at once.
   */
  readonly finish: <Settings extends object>(settings: Settings) => Readonly<Settings>;
}

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** A reader of environment variables, or of any other source of texts by name. */
export function createSettingsReader(env: NodeJS.ProcessEnv): SettingsReader {
  const faults: string[] = [];
  const text = (name: string): string | undefined => {
    const value = env[name]?.trim();
    return value === "" ? undefined : value;
  };
  return {
    faults,
    text,
    number: (name, fallback, [least, most]) => {
      const value = Number(text(name) ?? fallback);
      if (Number.isInteger(value) && value >= least && value <= most) return value;
      faults.push(
        `${name} is ${JSON.stringify(env[name])}; it must be a whole number from ${least} to ${most}.`,
      );
      return fallback;
    },
    word: (name, fallback, words) => {
      const value = text(name) ?? fallback;
      const found = words.find((word) => word === value);
      if (found !== undefined) return found;
      const all = words.length === 2 ? words.join(" or ") : `one of ${words.join(", ")}`;
      faults.push(`${name} is "${value}"; it must be ${all}.`);
      return fallback;
    },
    url: (name, protocols) => {
      const value = text(name);
      if (value === undefined) return undefined;
      if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
      faults.push(`${name} is not a ${protocols.join(" or ")} address.`);
      return undefined;
    },
    database: (name) => {
      const value = text(name);
      const fault = value === undefined ? undefined : databaseUrlFault(value);
      if (fault === undefined) return value;
      faults.push(`${name} ${fault}`);
      return undefined;
    },
    list: (name) =>
      (text(name) ?? "")
        .split(",")
        .map((value) => value.trim())
        .filter((value) => value !== ""),
    finish: (settings) => {
      if (faults.length > 0) throw new ConfigError(faults);
      return Object.freeze(settings);
    },
  };
}

/** All that is wrong with the settings. */
export class ConfigError extends StartError {
  override readonly name = "ConfigError";

  constructor(faults: readonly string[]) {
    super(`The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  }
}
