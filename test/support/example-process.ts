import { spawn } from "node:child_process";
import { dirname } from "node:path";
import type { Answer } from "./ask.ts";
import { patiently } from "./patience.ts";

/** An example of the guide that runs in a process of its own. */
export interface ExampleProcess extends AsyncDisposable {
  /** What it has printed, line by line. */
  readonly lines: readonly string[];
  /** The same, for lines of JSON. */
  json(): Answer[];
  /** Its error output. */
  complaints(): string;
  /** Waits until its output matches. @throws Error if it ends before, or takes a minute. */
  untilPrinted(isSo: (lines: readonly string[]) => boolean): Promise<void>;
  /** Kills it, without a chance to save anything. */
  kill(): Promise<void>;
  /** Waits until it ends. @returns its exit code. @throws Error if it takes a minute. */
  untilEnded(): Promise<number | null>;
}

/** Where examples run, and with what. */
export interface ExampleSetting {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts an example: a program of Node, or a file of shell commands. */
export function startExample(
  file: string,
  { folder, environment }: ExampleSetting,
  ...args: string[]
): ExampleProcess {
  const program = file.endsWith(".sh") ? "sh" : process.execPath;
  const child = spawn(program, [file, ...args], {
    cwd: folder,
    env: { PATH: `${dirname(process.execPath)}:${process.env["PATH"]}`, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  let complaints = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  let isOver = false;
  const ended = new Promise<number | null>((resolve) =>
    child.once("close", (code) => {
      isOver = true;
      resolve(code);
    }),
  );
  const lines = (): string[] => printed.split("\n").slice(0, -1);
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  return {
    get lines() {
      return lines();
    },
    json: () => lines().map((line) => JSON.parse(line) as Answer),
    complaints: () => complaints,
    untilPrinted: async (isSo) => {
      await patiently(lines, (found) => isOver || isSo(found));
      if (!isSo(lines()))
        throw new Error(`${file} ended, and had printed: ${printed}${complaints}`);
    },
    kill,
    untilEnded: async () => {
      await patiently(
        () => isOver,
        (over) => over,
      );
      return await ended;
    },
    [Symbol.asyncDispose]: kill,
  };
}

/** Runs an example to its end. @returns what it printed. @throws Error if it fails. */
export async function runExample(
  file: string,
  setting: ExampleSetting,
  ...args: string[]
): Promise<string> {
  await using running = startExample(file, setting, ...args);
  const code = await running.untilEnded();
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${running.complaints()}`);
  return running.lines.join("\n");
}
