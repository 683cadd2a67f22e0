import type { SettingsReader } from "@alliance-hub/platform/settings/settings-reader";

/** How much work is done at once, and how much waits. */
export interface FairQueueLimits {
  /** Pieces of work in progress at once. */
  readonly slots: number;
  /** Slots that one client may hold while others are present. */
  readonly slotsPerClient: number;
  /** The same for a client whose work takes longer than that of the others. */
  readonly slotsPerHeavyClient: number;
  /** Maximum number of pieces of work that wait. */
  readonly queued: number;
  /** Maximum number of these for one client. */
  readonly queuedPerClient: number;
  /** Maximum wait, in milliseconds; if undefined, until the signal fires. */
  readonly waitMs: number | undefined;
}

/** How much work is admitted. */
export interface AdmissionLimits {
  readonly queries: FairQueueLimits;
  readonly mutations: FairQueueLimits;
  /** Subscribers that catch up at once. All others wait, because their number is already limited. */
  readonly catchUps: FairQueueLimits;
}

/** How much is admitted by default. */
export interface AdmissionDefaults {
  /** Queries in progress at once. */
  readonly concurrent: number;
  /** Requests that wait. */
  readonly queued: number;
}

/**
 * Reads the limits of admission from the settings.
 *
 * @param deadlineMs time to answer; waiting takes at most half of it.
 */
export function readAdmissionLimits(
  { number }: SettingsReader,
  defaults: AdmissionDefaults,
  deadlineMs: number,
): AdmissionLimits {
  const slots = number("HUB_MAX_CONCURRENT", defaults.concurrent, [1, 100_000]);
  const queued = number("HUB_MAX_QUEUED", defaults.queued, [0, 100_000]);
  const waitMs = Math.min(number("HUB_MAX_WAIT_MS", 5000, [1, 600_000]), deadlineMs / 2);
  // Each reads several updates ahead, and shares the database with requests.
  const catchUps = Math.ceil(slots / 4);
  const queue = { queued, queuedPerClient: Math.ceil(queued / 4), waitMs };
  return {
    queries: {
      ...queue,
      slots,
      // Few enough that other clients still find the machine free beside a client with many requests.
      slotsPerClient: Math.ceil(slots / 8),
      slotsPerHeavyClient: Math.ceil(slots / 16),
    },
    // Mutations wait for locks more than they compute, so several are needed to keep the database busy.
    mutations: { ...queue, slots: 2 * slots, slotsPerClient: slots, slotsPerHeavyClient: slots },
    catchUps: {
      slots: catchUps,
      slotsPerClient: Math.ceil(catchUps / 2),
      slotsPerHeavyClient: Math.ceil(catchUps / 2),
      queued: Number.POSITIVE_INFINITY,
      queuedPerClient: Number.POSITIVE_INFINITY,
      waitMs: undefined,
    },
  };
}
