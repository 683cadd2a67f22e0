import { isObject } from "@alliance-hub/platform/json/is-object";
import { own } from "../plan/merge.ts";
import type { Data } from "../plan/run.ts";
import type { FieldFault, Path } from "../plan/field-fault.ts";

/** Faults that one answer lists at most; what follows would be more of the same. */
const MOST_FAULTS = 1000;

/**
 * Leaves one fault for each null that it explains (GraphQL, section 6.4.4: only one error is added
 * for a field), the first. A path that leads to nothing the client asked for, such as a key that
 * only the plan needed, ends where the answer ends; it is left out if the same fault explains a null,
 * or if it was asked for only because other objects have it.
 */
export function onePerNull(
  faults: readonly FieldFault[],
  data: Data | null,
  isIncidental: (name: string) => boolean = () => false,
): FieldFault[] {
  const seen = new Set<string>();
  const kept: FieldFault[] = [];
  const explaining = new Set<unknown>();
  const aside = new Set<FieldFault>();
  for (const fault of faults) {
    if (kept.length === MOST_FAULTS) break;
    if (!fault.path) {
      kept.push(fault);
      continue;
    }
    const { position, isNull } = follow(fault.path, data);
    const next = fault.path[position.length];
    if (!isNull && typeof next === "string" && isIncidental(next)) continue;
    const key = JSON.stringify(position);
    if (seen.has(key)) continue;
    seen.add(key);
    const trimmed = isNull ? fault : { ...fault, path: position };
    kept.push(trimmed);
    if (isNull) explaining.add(fault.extensions);
    else aside.add(trimmed);
  }
  return aside.size === 0
    ? kept
    : kept.filter((fault) => !aside.has(fault) || !explaining.has(fault.extensions));
}

/** How far a path leads into the answer. */
function follow(path: Path, data: Data | null): { position: Path; isNull: boolean } {
  const position: Path = [];
  let value: unknown = data;
  for (const step of path) {
    if (value === null) break;
    let next: unknown;
    if (typeof step === "number") next = Array.isArray(value) ? value[step] : undefined;
    else next = isObject(value) ? own(value, step) : undefined;
    if (next === undefined) return { position, isNull: false };
    position.push(step);
    value = next;
  }
  return { position, isNull: value === null };
}
