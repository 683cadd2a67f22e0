/** Counts WebSockets whose client has not said yet who it is: no stream slot is taken for them yet. */
export interface OpeningSockets {
  /**
   * Counts one more of an address.
   *
   * @returns undefined where there are too many; otherwise to be disposed of when the client is known, or has
   *   gone. Disposing of it again does nothing.
   */
  take(address: string): Disposable | undefined;
}

/** None. @param perAddress how many there may be at once. */
export function createOpeningSockets(perAddress: number): OpeningSockets {
  const opening = new Map<string, number>();
  return {
    take: (address) => {
      const own = opening.get(address) ?? 0;
      if (own >= perAddress) return undefined;
      opening.set(address, own + 1);
      let isOpening = true;
      return {
        [Symbol.dispose]: () => {
          if (!isOpening) return;
          isOpening = false;
          const left = (opening.get(address) ?? 1) - 1;
          if (left > 0) opening.set(address, left);
          else opening.delete(address);
        },
      };
    },
  };
}
