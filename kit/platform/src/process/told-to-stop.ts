/** A signal that is repeated within this time is the same request, passed on twice; in milliseconds. */
const SAME_WISH_MS = 1000;

/** The exit code of a process that a signal ends: 128 and the signal's number (POSIX shells). */
const EXIT_CODES = { SIGTERM: 143, SIGINT: 130 } as const;

/**
 * Resolves when this process should stop: by SIGTERM or SIGINT, or because the process that started it with a
 * channel is gone. The request may come several times: a terminal sends Ctrl+C to every process, systemd does
 * the same with SIGTERM, and npm passes on what it gets. Only a signal that comes a while later means "at
 * once".
 *
 * @returns the signal; undefined if the other process is gone.
 */
export function toldToStop(): Promise<NodeJS.Signals | undefined> {
  return new Promise((resolve) => {
    let since: number | undefined;
    for (const signal of ["SIGTERM", "SIGINT"] as const)
      process.on(signal, () => {
        since ??= performance.now();
        if (performance.now() - since > SAME_WISH_MS) process.exit(EXIT_CODES[signal]);
        resolve(signal);
      });
    void untilAbandoned().then(() => resolve(undefined));
  });
}

/** Resolves when the process that started this one with a channel is gone; never, if there is none. */
function untilAbandoned(): Promise<void> {
  return new Promise((resolve) => {
    if (!process.channel) return;
    process.once("disconnect", resolve);
    process.channel.unref();
  });
}
