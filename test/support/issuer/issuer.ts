import { generateKeyPairSync } from "node:crypto";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import Provider, { type AdapterPayload, type Configuration } from "oidc-provider";
import { freePort } from "../ports.ts";
import { MemoryAdapter } from "./memory-adapter.ts";

/** As RFC 8707 wants it: an absolute URI. */
export const AUDIENCE = "urn:alliance-hub";
export const CLIENT_ID = "alliance-hub-portal";

/** An issuer with a page on which one says who one is. */
export interface TestIssuer extends AsyncDisposable {
  readonly url: string;
  /** Whether it gives refresh tokens, each for one use. Default: yes. */
  refreshes: boolean;
  /** How many access tokens it has given. */
  given(): number;
  /** Ends all sessions and forgets every refresh token, as after a night. */
  forget(): void;
  /** Stops answering, or answers again. */
  setAway(isAway: boolean): Promise<void>;
}

export interface IssuerOptions {
  /** Where the portal is. */
  readonly portal: string;
  /** How long access tokens live, in seconds. Default: an hour. */
  readonly tokenSeconds?: number;
}

/** Starts one on a free port: `oidc-provider`, with a sign-in page of a text field and two buttons. */
export async function startIssuer(options: IssuerOptions): Promise<TestIssuer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const records = new Map<string, AdapterPayload>();
  const state = { refreshes: true };
  const provider = new Provider(
    url,
    configurationOf(options, records, () => state.refreshes),
  );
  let given = 0;
  provider.on("grant.success", () => (given += 1));
  const serve = provider.callback();
  const listen = async (): Promise<Server> => {
    const server = createServer((request, response) => {
      if (request.url?.startsWith("/interaction/")) void interact(provider, request, response);
      else void serve(request, response);
    });
    await once(server.listen(port, "127.0.0.1"), "listening");
    return server;
  };
  const close = async (server: Server | undefined): Promise<void> => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  };
  let server: Server | undefined = await listen();
  return Object.assign(state, {
    url,
    given: () => given,
    forget: () => records.clear(),
    setAway: async (isAway: boolean) => {
      await close(server);
      server = isAway ? undefined : await listen();
    },
    [Symbol.asyncDispose]: () => close(server),
  });
}

function configurationOf(
  { portal, tokenSeconds = 3600 }: IssuerOptions,
  records: Map<string, AdapterPayload>,
  refreshes: () => boolean,
): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const lifetime = tokenSeconds;
  return {
    adapter: (kind: string) => new MemoryAdapter(kind, records),
    clients: [
      {
        client_id: CLIENT_ID,
        token_endpoint_auth_method: "none",
        redirect_uris: [`${portal}/sign-in/return`],
        post_logout_redirect_uris: [`${portal}/`],
        grant_types: ["authorization_code", "refresh_token"],
        response_types: ["code"],
      },
    ],
    clientBasedCORS: (_context, origin) => origin === portal,
    cookies: { keys: ["a key of tests"] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig" }] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = page(
            `${form}<button form="op.logoutForm" name="logout" value="yes">退出</button>`,
          );
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => "urn:none",
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: "",
          audience: AUDIENCE,
          accessTokenFormat: "jwt",
          accessTokenTTL: lifetime,
          jwt: { sign: { alg: "RS256" } },
        }),
      },
    },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject }),
    }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    issueRefreshToken: refreshes,
    rotateRefreshToken: true,
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: String(oidc.client?.clientId),
        accountId: String(oidc.session?.accountId),
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    renderError: (context, { error }) => {
      context.body = page(error);
    },
    ttl: {
      AccessToken: lifetime,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 600,
      RefreshToken: 3600,
      Session: 3600,
    },
  };
}

/** The issuer's page: shows itself, and takes what was entered there. */
async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      page(`<form method="post"><label>账号 <input name="subject"></label>
        <button name="is" value="yes">登录</button> <button name="is" value="no">取消</button></form>`),
    );
    return;
  }
  const entered = new URLSearchParams(await text(request));
  const result =
    entered.get("is") === "yes"
      ? { login: { accountId: String(entered.get("subject")) } }
      : { error: "access_denied" };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const page = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>统一登录</title></head><body><h1>统一登录</h1>${body}</body></html>`;
