import { isForeseen } from "../start/foreseen.ts";

/** What keeps a command from doing its work, such as a wrong argument, in words for whoever typed it. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/**
 * Runs a command: what it opens is closed whatever happens, and what is foreseen is told in a sentence
 * instead of a stack. The process then ends with exit code 1.
 */
export async function runCommand(
  work: (closing: AsyncDisposableStack) => Promise<void>,
): Promise<void> {
  try {
    await using closing = new AsyncDisposableStack();
    await work(closing);
  } catch (error) {
    console.error(error instanceof CommandError || isForeseen(error) ? error.message : error);
    process.exitCode = 1;
  }
}
