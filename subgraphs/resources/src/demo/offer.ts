import type { ResourceKind } from "../vocabulary/resource-kind.ts";

/** What a unit may offer: a pattern of a resource. */
export interface Offer {
  readonly title: string;
  readonly kind: ResourceKind;
  /** How many can be booked at once; null if it is not counted. */
  readonly capacity: number | null;
  readonly unit: string | null;
  /** Bookings need the provider's approval. */
  readonly approval: boolean;
  /** What the provider may say of it; one of these. */
  readonly says: readonly string[];
}

type Counted = readonly [capacity: number, unit: string];

/** A pattern of a resource. @param of what is not the same for most: how many there are, whether the provider approves. */
export function offer(
  kind: ResourceKind,
  title: string,
  of: { readonly counted?: Counted; readonly approval?: true; readonly says: readonly string[] },
): Offer {
  const [capacity, unit] = of.counted ?? [null, null];
  return { kind, title, capacity, unit, approval: of.approval ?? false, says: of.says };
}
