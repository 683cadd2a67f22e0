import type { ReactNode } from "react";
import type { TaskOfListFragment } from "../../../graph/generated/graphql.ts";

/** What does a task where it stands. */
export interface TaskActionProps {
  readonly task: TaskOfListFragment;
  /** Called as soon as the hub has done it, before anything is asked anew. */
  readonly done: () => Promise<void>;
  /** Says more of what came of it than that it is done, in sight of everybody. Called after `done`. */
  readonly tell: (words: ReactNode) => void;
}
