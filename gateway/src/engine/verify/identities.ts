/** Gives objects numbers: the same object the same one. */
export function identities(): (object: object) => number {
  const known = new WeakMap<object, number>();
  let count = 0;
  return (object) => {
    let number = known.get(object);
    if (number === undefined) {
      number = count++;
      known.set(object, number);
    }
    return number;
  };
}
