import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Following, Group, type GroupConfig } from "./shared-subscription.ts";
import { anyoneLike, fingerprintOf } from "./fingerprint.ts";
import { createRounds } from "./fan-out.ts";

/** The groups of a hub. */
export interface Groups {
  /**
   * The group for a subscription; the first who asks makes it.
   *
   * @param asking everything beside the viewer that the answer depends on, as text.
   */
  find(asking: string, viewer: Viewer, follow: (viewer: Viewer) => Following): Group;
  /** All groups go on with the supergraph in service. */
  swap(): void;
  /** All groups find out who is no longer who it was. */
  recheck(): Promise<void>;
  /** How many there are now. */
  readonly size: number;
}

/** None. */
export function createGroups(config: Omit<GroupConfig, "rounds">): Groups {
  const group: GroupConfig = { ...config, rounds: createRounds(config.presence) };
  const groups = new Map<string, Group>();
  return {
    get size() {
      return groups.size;
    },
    find: (asking, viewer, follow) => {
      const key = `${asking}${fingerprintOf(viewer)}`;
      let found = groups.get(key);
      if (!found) {
        const made = new Group(follow(anyoneLike(viewer)), group, () => {
          if (groups.get(key) === made) groups.delete(key);
        });
        groups.set(key, (found = made));
      }
      return found;
    },
    swap: () => {
      for (const group of groups.values()) group.swap();
    },
    recheck: async () => {
      const mark = await config.presence.mark();
      await Promise.all(Array.from(groups.values(), (group) => group.recheck(mark)));
    },
  };
}
