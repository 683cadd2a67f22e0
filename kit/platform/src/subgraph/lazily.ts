/** How to make each part of an object, from the object itself. */
export type Makers<Base, Parts> = {
  readonly [Name in keyof Parts]: (whole: Base & Parts) => Parts[Name];
};

/**
 * Gives an object parts that are made when they are first used: a call uses few of a subgraph's loaders, and
 * making one costs more than building its statement. Call it once, at module level; call its result for each
 * object.
 */
export function lazily<Base extends object, Parts extends object>(
  makers: Makers<Base, Parts>,
): (base: Base) => Base & Parts {
  const prototype = {};
  for (const name of Object.keys(makers) as (keyof Parts & string)[]) {
    Object.defineProperty(prototype, name, {
      get(this: Base & Parts): unknown {
        const value = makers[name](this);
        Object.defineProperty(this, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return (base) => Object.assign(Object.create(prototype) as Base & Parts, base);
}
