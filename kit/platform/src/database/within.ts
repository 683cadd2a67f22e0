/** What the work gives, or something else where it takes too long. The work goes on; its failure is then nobody's concern. */
export async function within<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** How long work under way may go on when what it belongs to stops, in milliseconds. */
export const STOP_MS = 1000;
