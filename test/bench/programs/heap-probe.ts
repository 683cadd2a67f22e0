// Loaded before a server under measurement (`node --expose-gc --import`): tells its parent, when
// asked, how many bytes its heap holds after a collection.
import { setTimeout as wait } from "node:timers/promises";

process.on("message", () => void answer());
// Listening must not keep the server from ending.
process.channel?.unref();

async function answer(): Promise<void> {
  // What a first collection finalises, a second one frees.
  for (let collection = 0; collection < 3; collection++) {
    globalThis.gc?.();
    await wait(50);
  }
  process.send?.(process.memoryUsage().heapUsed);
}
