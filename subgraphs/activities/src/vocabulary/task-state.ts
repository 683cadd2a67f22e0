/** States of a task. */
export const TaskState = { OPEN: "OPEN", DONE: "DONE", LAPSED: "LAPSED" } as const;
export type TaskState = (typeof TaskState)[keyof typeof TaskState];
