import { textFault } from "../../forms/text-fault.ts";
import type { Faults } from "../../forms/faults.ts";

interface Typed {
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly capacity: number | undefined;
}

/** What the hub would reject of a resource, found while typing. */
export function checkResource({ title, description, unit, capacity }: Typed): Faults {
  return {
    title: textFault(title, { name: "名称", most: 100 }),
    description: textFault(description, { name: "说明", most: 2000, isRequired: false }),
    unit: textFault(unit, { name: "计量单位", most: 20, isRequired: false }),
    capacity:
      capacity !== undefined && (capacity < 1 || capacity > 1_000_000)
        ? "数量要在 1 到 1000000 之间。"
        : undefined,
  };
}
