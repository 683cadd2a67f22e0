import { isForeseen } from "../start/foreseen.ts";

/** Why a command cannot do its work, such as a wrong argument, in words for the person who typed it. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/**
 * Runs a command. Whatever it opens is closed in every case. A foreseen error is printed as a sentence instead
 * of a stack, and the process ends with exit code 1.
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
