import { operation } from "../contract.ts";
import { committeeOf, inHours, unitOf } from "../people.ts";
import type { Random } from "../random.ts";

/** Who schedules, reschedules and cancels. */
export const SECRETARY = "445202-secretary";
const LIAISONS = ["445202-liaison-1", "445202-liaison-2", "445202-liaison-3"];

/** The mutations of writers, and the update that each adds to the log. */
export const UPDATE_OF = {
  scheduleActivity: "SCHEDULED",
  rescheduleActivity: "RESCHEDULED",
  cancelActivity: "CANCELLED",
  joinActivity: "PARTICIPANT_JOINED",
} as const;

/** One change that a writer requests. */
export interface WantedChange {
  readonly query: string;
  readonly variables: object;
  readonly action: keyof typeof UPDATE_OF;
  /** Who asks. */
  readonly as: string;
  /** Undefined if the change makes the activity. */
  readonly activityId: string | undefined;
}

/** The activities of a round: several writers change one at the same time. */
export class Calendar {
  readonly #hostId: string;
  readonly #open: { readonly id: string; readonly joining: string[] }[] = [];

  /** @param hostId a unit of the committee that {@link SECRETARY} runs. */
  constructor(hostId: string) {
    this.#hostId = hostId;
  }

  /** Adds an activity that has been scheduled. */
  add(id: string): void {
    this.#open.push({ id, joining: [...LIAISONS] });
  }

  /** The next change. A quarter of them make a new activity. */
  next(random: Random): WantedChange {
    if (this.#open.length === 0 || random.oneIn(4)) return this.#schedule(random);
    const activity = random.oneOf(this.#open);
    // Other writers still change an activity that has been cancelled, and are rejected.
    if (random.oneIn(8)) {
      this.#open.splice(this.#open.indexOf(activity), 1);
      return cancel(activity.id);
    }
    const liaison = random.oneIn(2) ? activity.joining.pop() : undefined;
    if (liaison === undefined) return reschedule(activity.id, random);
    return join(activity.id, liaison);
  }

  #schedule(random: Random): WantedChange {
    const input = {
      committeeId: committeeOf(SECRETARY),
      hostId: this.#hostId,
      title: `联合活动 ${random.between(1, 1_000_000)}`,
      kind: "SERVICE",
      during: during(random),
      audience: "PUBLIC",
    };
    return {
      query: operation("ScheduleActivity"),
      variables: { input },
      action: "scheduleActivity",
      as: SECRETARY,
      activityId: undefined,
    };
  }
}

function during(random: Random): object {
  const hour = random.between(240, 1000);
  return { start: inHours(hour), end: inHours(hour + 2) };
}

function reschedule(id: string, random: Random): WantedChange {
  return {
    query: operation("RescheduleActivity"),
    variables: { id, during: during(random) },
    action: "rescheduleActivity",
    as: SECRETARY,
    activityId: id,
  };
}

function cancel(id: string): WantedChange {
  return {
    query: operation("CancelActivity"),
    variables: { id, reason: "场地维修" },
    action: "cancelActivity",
    as: SECRETARY,
    activityId: id,
  };
}

/** Requested only once for each unit and activity, because joining twice makes only one update. */
function join(id: string, liaison: string): WantedChange {
  return {
    query: operation("JoinActivity"),
    variables: { id, organizationId: unitOf(liaison) },
    action: "joinActivity",
    as: liaison,
    activityId: id,
  };
}
