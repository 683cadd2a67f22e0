import { randomBytes } from "node:crypto";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { acceptsHtml } from "../pages/negotiation.ts";
import { securityHeaders } from "../pages/security-headers.ts";
import { ASSET_FOLDERS, readPortalAssets } from "./assets.ts";
import { chooseScript } from "./choose-script.ts";
import { FRAME, NONCE, PRELOADS, renderFrame, renderPortal, renderPreloads } from "./page.ts";
import { routeOf } from "./route-of.ts";
import type { PortalSignIn } from "./sign-in.ts";

/** Where the issuer leads back to. To renew a session unseen, the portal opens it in a frame of its own. */
const SIGN_IN_RETURN = "/sign-in/return";

/** What the portal is given by the gateway. */
export interface PortalOptions {
  readonly signIn: PortalSignIn;
}

/**
 * Fastify plugin: the portal. Every address that nothing else answers is one of its pages, for browsers; it shows
 * itself when there is none. Its files lie below `/assets/`, how to sign in below `/portal/`.
 *
 * Registered without `fastify-plugin`, so that its headers stay on its own routes.
 *
 * @throws when the portal was not built.
 */
export async function portal(app: FastifyInstance, { signIn }: PortalOptions): Promise<void> {
  const assets = await readPortalAssets();
  const pages = {
    hans: renderPortal("hans", assets.hans),
    hant: renderPortal("hant", assets.hant),
  };
  const origins = (): readonly string[] => (signIn.kind === "oidc" ? signIn.origins() : []);
  const headers = securityHeaders();
  app.addHook("onSend", async (_request, reply) => {
    if (!reply.hasHeader("content-security-policy")) reply.headers(headers);
  });
  const sendPage = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString("base64");
    const [pathname = ""] = request.url.split("?");
    const isFramed = signIn.kind === "oidc" && pathname === SIGN_IN_RETURN;
    const script = chooseScript(request.headers);
    const route = routeOf(assets[script].routes, pathname);
    const preloads = renderPreloads(route?.preload ?? []);
    const frame = isFramed ? "" : renderFrame(script, route?.name);
    const permissions = { styles: `'nonce-${nonce}'`, origins: origins(), isFramed };
    return reply
      .headers(securityHeaders(permissions))
      .type("text/html; charset=utf-8")
      .send(pages[script].replace(NONCE, nonce).replace(PRELOADS, preloads).replace(FRAME, frame));
  };
  app.get("/", async (request, reply) => {
    reply.header("vary", "Accept, Accept-Language, Cookie").header("cache-control", "no-cache");
    if (acceptsHtml(request.headers.accept)) return sendPage(request, reply);
    return { name: "联盟枢纽 Alliance Hub", graphql: "/graphql" };
  });
  app.get("/*", async (request, reply) => {
    if (!acceptsHtml(request.headers.accept)) return reply.callNotFound();
    reply.header("vary", "Accept, Accept-Language, Cookie").header("cache-control", "no-cache");
    return sendPage(request, reply);
  });
  addSignIn(app, signIn);
  // File names carry a hash of their content. The build leaves a .br and a .gz beside each file.
  await app.register(fastifyStatic, {
    root: [...ASSET_FOLDERS],
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    preCompressed: true,
    index: false,
    decorateReply: false,
  });
}

function addSignIn(app: FastifyInstance, signIn: PortalSignIn): void {
  app.get("/portal/sign-in.json", async (_request, reply) => {
    reply.header("cache-control", "no-cache");
    return signIn;
  });
  if (signIn.kind !== "demonstration") return;
  app.post<{ Body: { name?: unknown } | null }>(
    "/portal/demonstration-token",
    async (request, reply) => {
      reply.header("cache-control", "no-store");
      const name = request.body?.name;
      const token = typeof name === "string" ? await signIn.tokenFor(name) : undefined;
      if (token === undefined) return reply.callNotFound();
      return { token };
    },
  );
}
