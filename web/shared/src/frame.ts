/** What a framed page says to the page that it is framed by. */
interface FramedReturn {
  readonly source: "alliance-hub.sign-in";
  readonly address: string;
}

/**
 * Opens the issuer in a frame that nobody sees, and waits until it leads back.
 *
 * @returns the address that it has led back to.
 * @throws Error if it does not in time.
 */
export async function inFrame(url: string, withinMs: number): Promise<string> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.src = url;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const heard = ({ origin, source, data }: MessageEvent<FramedReturn | undefined>): void => {
    if (origin !== location.origin || source !== frame.contentWindow) return;
    if (data?.source === "alliance-hub.sign-in") resolve(data.address);
  };
  addEventListener("message", heard);
  const timer = setTimeout(() => reject(new Error("The frame did not come back.")), withinMs);
  document.body.append(frame);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    removeEventListener("message", heard);
    frame.remove();
  }
}

/** In such a frame: says where it was led to. @returns whether this is one. */
export function answerFromFrame(): boolean {
  if (parent === window) return false;
  const answer: FramedReturn = { source: "alliance-hub.sign-in", address: location.href };
  parent.postMessage(answer, location.origin);
  return true;
}
