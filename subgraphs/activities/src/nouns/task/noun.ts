import type { Noun } from "@alliance-hub/platform/noun/noun";
import { createTaskLoaders } from "./task.loaders.ts";
import * as resolvers from "./task.resolver.ts";

/** What people read of tasks. Their triggers keep them, each beside the records that call for them. */
export const task = {
  name: "Task",
  loaders: { tasks: createTaskLoaders },
  resolvers,
} satisfies Noun;
