import { lookup } from "node:dns/promises";
import type { FastifyInstance } from "fastify";

/**
 * Listens at one address. If `localhost` has two addresses, Fastify would open a second server, whose
 * connections nobody could follow when it stops. So this takes the first IPv4 address, or else the first IPv6
 * address.
 *
 * Port 0 means a free one.
 * @returns where it listens, such as `http://127.0.0.1:4000`.
 */
export async function listen(
  app: FastifyInstance,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  if (host !== "localhost") return await app.listen({ host, port });
  const { address } = await lookup(host, { order: "ipv4first" });
  return await app.listen({ host: address, port });
}
