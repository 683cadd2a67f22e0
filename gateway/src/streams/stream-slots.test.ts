import { expect, it } from "@jest/globals";
import { createStreamSlots } from "./stream-slots.ts";
import type { StreamClient } from "./stream-client.ts";

const viewer = (name: string): StreamClient => ({ key: `viewer ${name}`, isAnonymous: false });
const tooMany = /streams open, which is the limit/;

it("one client has a hundred streams at most; a stream that ends makes room, and others have theirs", () => {
  const slots = createStreamSlots({ perViewer: 100, perAddress: 2, perHub: 150 });
  const take = (client: StreamClient): AbortController => {
    const connection = new AbortController();
    slots.take(client, connection.signal);
    return connection;
  };
  const taken = Array.from({ length: 100 }, () => take(viewer("one")));
  expect(() => take(viewer("one"))).toThrow(tooMany);
  const others = Array.from({ length: 50 }, (_, number) => take(viewer(`other ${number}`)));
  expect(() => take(viewer("last"))).toThrow(tooMany);
  others[0]?.abort();
  taken[0]?.abort();
  expect(() => take(viewer("one"))).not.toThrow();
  others[1]?.abort();
  others[2]?.abort();
  others[3]?.abort();
  const address: StreamClient = { key: "address 192.0.2.1", isAnonymous: true };
  for (let number = 0; number < 2; number++) take(address);
  expect(() => take(address)).toThrow(tooMany);
});

it("a client that has gone before it is given a slot takes none", () => {
  const slots = createStreamSlots({ perViewer: 1, perAddress: 1, perHub: 1 });
  for (let number = 0; number < 10; number++) slots.take(viewer("one"), AbortSignal.abort());
  expect(slots.taken).toBe(0);
  expect(() => slots.take(viewer("one"), new AbortController().signal)).not.toThrow();
});
