/**
 * The result of the work, or another value if it takes too long. The work continues; if it fails after that,
 * the error is ignored.
 */
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

/** How long work in progress may continue when its owner stops, in milliseconds. */
export const STOP_MS = 1000;
