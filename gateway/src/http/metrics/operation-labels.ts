import { LRUCache } from "lru-cache";

/** Which names may be used as labels. */
export interface OperationLabelsOptions {
  /** Names that are known from the beginning, such as those of the client contract. Default: none. */
  readonly known?: Iterable<string>;
  /** Maximum number of further names that are learned. Default 50. */
  readonly mostLearned?: number;
  /** Answers without an error after which a name is learned. Default 100. */
  readonly learnedAfter?: number;
}

/**
 * How many names are counted before they are learned. A client that always sends new names displaces only its
 * own.
 */
const COUNTED = 1000;
const LONGEST = 80;

/** The label of operations without a known name. */
export const OTHER = "other";

/**
 * The label of an operation. Clients choose the names, and if they could add labels without limit, they would
 * fill the memory of the metrics system. So there are never more labels than the known and the learned names.
 *
 * @returns the label of a name. @param isServed whether it was answered without an error.
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
