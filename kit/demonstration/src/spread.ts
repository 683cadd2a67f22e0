/** A total as whole shares that differ by one at most; the first ones have the more. */
export function spread(total: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, at) => Math.floor(total / count) + (at < total % count ? 1 : 0),
  );
}

/** As {@link spread}, but with shares that differ as counted numbers do. None falls below half the even share. */
export function variedShares(total: number, count: number): number[] {
  const shares = spread(total, count);
  return shares.map((share, at) => {
    const partner = at % 2 === 0 ? at + 1 : at - 1;
    if (partner >= count) return share;
    const shift = Math.floor((Math.min(share, shares[partner] ?? 0) * ((at >> 1) % 5)) / 10);
    return at % 2 === 0 ? share + shift : share - shift;
  });
}

/** So many of the items, taken at even distances, in their order. */
export function evenly<T>(items: readonly T[], count: number): T[] {
  if (count > items.length)
    throw new RangeError(`${count} of ${items.length} items cannot be taken`);
  return Array.from({ length: count }, (_, at) =>
    cycled(items, Math.floor((at * items.length) / count)),
  );
}

/** The item at a position that goes round and round. */
export function cycled<T>(items: readonly T[], at: number): T {
  const item = items[at % items.length];
  if (item === undefined) throw new RangeError("There is nothing to go round");
  return item;
}

/** A number as it stands in a placeholder's name: 3 is 03. */
export function numbered(number: number, digits = 2): string {
  return String(number).padStart(digits, "0");
}
