import { expect, it } from "@jest/globals";
import Fastify from "fastify";
import { listen } from "./listen.ts";

it("listens at one address, however many localhost has", async () => {
  const app = Fastify();
  try {
    const url = await listen(app, { host: "localhost", port: 0 });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(app.addresses()).toHaveLength(1);
  } finally {
    await app.close();
  }
});
