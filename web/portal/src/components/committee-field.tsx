import type { CommitteeFieldProps } from "./fields/committee-field.tsx";
import { later } from "./later.tsx";

/** A committee: found by a part of its name. */
export const CommitteeField = later<CommitteeFieldProps>(
  async () => (await import("./fields/committee-field.tsx")).CommitteeField,
);
