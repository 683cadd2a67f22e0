import { toldToStop } from "@alliance-hub/platform/process/told-to-stop";
import { CommandError } from "./command.ts";

/** Fires when somebody asks the command to stop; it then cleans up after itself. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  void toldToStop().then((signal) =>
    stopping.abort(new CommandError(`Stopped by ${signal ?? "what started it"}.`)),
  );
  return stopping.signal;
}
