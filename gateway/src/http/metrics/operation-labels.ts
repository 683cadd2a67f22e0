import { LRUCache } from "lru-cache";

/** Which names may stand in a label. */
export interface OperationLabelsOptions {
  /** Names that are known from the beginning, such as those of the client contract. Default: none. */
  readonly known?: Iterable<string>;
  /** Further names that are learned at most. Default 50. */
  readonly mostLearned?: number;
  /** Answers without an error after which a name is learned. Default 100. */
  readonly learnedAfter?: number;
}

/** Names counted before they are learned; whoever sends ever new ones displaces their own. */
const COUNTED = 1000;
const LONGEST = 80;

/** What operations are called that have no name of their own, or none that is known. */
export const OTHER = "other";

/**
 * The label of an operation. Names are the clients' own, and a label that anybody may add to would fill the
 * memory of whoever reads the figures: so there are never more than those known and those learned.
 *
 * @returns gives the label of a name. @param isServed whether it was answered without an error.
 */
export function createOperationLabels(
  options: OperationLabelsOptions = {},
): (name: string | undefined, isServed: boolean) => string {
  const { known = [], mostLearned = 50, learnedAfter = 100 } = options;
  const labels = new Set(known);
  const counts = new LRUCache<string, number>({ max: COUNTED });
  let left = mostLearned;
  return (name, isServed) => {
    if (name === undefined) return OTHER;
    if (labels.has(name)) return name;
    if (left === 0 || !isServed || name.length > LONGEST) return OTHER;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count < learnedAfter) return OTHER;
    counts.delete(name);
    labels.add(name);
    left -= 1;
    return name;
  };
}
