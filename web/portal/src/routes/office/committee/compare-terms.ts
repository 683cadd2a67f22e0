import type { OfficeSeatFragment, SeatRole } from "../../../graph/generated/graphql.ts";
import { SEAT_ROLES } from "../../../words/labels.ts";

/** What becomes of a seat when the next term begins. */
export type SeatChange = "STAYS" | "MOVES" | "FOLLOWS" | "NEW" | "LEAVES";

/** A line of two terms side by side. */
export interface ComparedSeat {
  /** In the next term; in this one for whoever leaves. */
  readonly role: SeatRole;
  readonly now: OfficeSeatFragment | undefined;
  readonly next: OfficeSeatFragment | undefined;
  readonly change: SeatChange;
}

const ROLES = Object.keys(SEAT_ROLES) as SeatRole[];

/** Whose seat it is: the same person of the same unit. */
const personOf = ({ holderName, fromOrganization }: OfficeSeatFragment): string =>
  `${fromOrganization?.id} ${holderName}`;

/** Two terms side by side, by role: who stays, who takes another role, who is new, who leaves. */
export function compareTerms(
  current: readonly OfficeSeatFragment[],
  planned: readonly OfficeSeatFragment[],
): readonly ComparedSeat[] {
  const leaving = [...current];
  const take = (fits: (seat: OfficeSeatFragment) => boolean): OfficeSeatFragment | undefined => {
    const at = leaving.findIndex(fits);
    return at < 0 ? undefined : leaving.splice(at, 1)[0];
  };
  // Who stays is found before who moves, and both before who comes: nobody follows somebody who does not leave.
  const staying = new Map(
    planned.map((next) => [
      next,
      take((now) => personOf(now) === personOf(next) && now.role === next.role),
    ]),
  );
  const moving = new Map(
    planned.map((next) => [
      next,
      staying.get(next) ? undefined : take((now) => personOf(now) === personOf(next)),
    ]),
  );
  const lines = planned.map((next): ComparedSeat => {
    const { role } = next;
    const same = staying.get(next);
    if (same) return { role, now: same, next, change: "STAYS" };
    const moved = moving.get(next);
    if (moved) return { role, now: moved, next, change: "MOVES" };
    // There is one secretary: who comes follows who leaves.
    const before = role === "SECRETARY" ? take((now) => now.role === role) : undefined;
    return { role, now: before, next, change: before ? "FOLLOWS" : "NEW" };
  });
  const left = leaving.map((now): ComparedSeat => ({
    role: now.role,
    now,
    next: undefined,
    change: "LEAVES",
  }));
  return [...lines, ...left].toSorted(
    (one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role),
  );
}

/** What a planned term lacks, in words. @param planned its seats. */
export function lacksOf(
  current: readonly OfficeSeatFragment[],
  planned: readonly OfficeSeatFragment[],
): readonly string[] {
  const secretary = planned.find(({ role }) => role === "SECRETARY");
  const units = new Set(planned.map(({ fromOrganization }) => fromOrganization?.id));
  const without = new Map(
    current.flatMap(({ fromOrganization }) =>
      fromOrganization && !units.has(fromOrganization.id)
        ? [[fromOrganization.id, fromOrganization.name]]
        : [],
    ),
  );
  return [
    ...(secretary ? [] : ["还没有书记。没有书记，到那一天就没有人主持委员会，请任命。"]),
    ...(secretary && secretary.subject === null
      ? [
          `书记 ${secretary.holderName ?? ""} 没有登录名，上任后不能登录办理。请重新任命并填写登录名。`,
        ]
      : []),
    ...(planned.some(({ role }) => role === "DEPUTY_SECRETARY")
      ? []
      : ["没有副书记，书记外出时无人可以代行。"]),
    ...(without.size === 0 ? [] : [`不再有人任职的单位：${[...without.values()].join("、")}。`]),
  ];
}
