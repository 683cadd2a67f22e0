import { CommandError } from "./command.ts";

/** Fires when somebody asks the command to stop; it then cleans up behind itself. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => stopping.abort(new CommandError(`Stopped by ${signal}.`)));
  return stopping.signal;
}
