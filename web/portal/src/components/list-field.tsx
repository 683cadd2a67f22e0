import type { ListFieldProps } from "./fields/list-field.tsx";
import { later } from "./later.tsx";

/** One of a list that the page has: chosen from it, or found by a part of its name. */
export const ListField = later<ListFieldProps>(
  async () => (await import("./fields/list-field.tsx")).ListField,
);
