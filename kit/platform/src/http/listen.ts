import { lookup } from "node:dns/promises";
import type { FastifyInstance } from "fastify";

/**
 * Listens at one address. For `localhost` Fastify opens a second server wherever that name has two, whose
 * connections nobody could follow when it stops; the first of IPv4 is taken, or else of IPv6.
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
