import {
  ErrorResponse,
  OidcClient,
  type OidcClientSettings,
  type SigninResponse,
  WebStorageStateStore,
} from "oidc-client-ts";
import { claimsOf } from "./claims.ts";
import { inFrame } from "./frame.ts";
import { IssuerAway, SignInFailed } from "./issuer-faults.ts";
import { type Issued, isCurrent } from "./kept-session.ts";
import { beginSession, endSession, sessionState } from "./session.ts";
import { readSignIn } from "./sign-in.ts";

/** What a refresh token is used with: the library exports no name for it. */
type RefreshState = Parameters<OidcClient["useRefreshToken"]>[0]["state"];

/** Where the issuer leads back to; `gateway/src/http/portal/portal.ts` knows it, too. */
const RETURN = "/sign-in/return";
/** How long the issuer may take to answer, in seconds. */
const ANSWER_WITHIN_SECONDS = 10;

/** Leaves for the issuer's page. @param back the page to return to. @throws IssuerAway */
export async function leaveForIssuer(back: string): Promise<void> {
  const client = await openClient();
  const { url } = await client.createSigninRequest({ state: { back } }).catch(fail);
  location.replace(url);
}

/**
 * Ends a sign-in with what the issuer has answered, and begins the session.
 *
 * @returns the page to return to.
 * @throws SignInFailed, IssuerAway
 */
export async function returnFromIssuer(address: string): Promise<string> {
  const client = await openClient();
  const response = await client.processSigninResponse(address).catch(fail);
  begin(response, crypto.randomUUID());
  const { back } = (response.userState ?? {}) as { back?: string };
  return back ?? "/";
}

/** Renews the session unseen, or ends it if the issuer gives nothing without the person. @throws IssuerAway */
export async function renewAtIssuer(issued: Issued | undefined): Promise<void> {
  if (!issued) return;
  const client = await openClient();
  try {
    begin(
      await (issued.refreshToken === undefined
        ? renewInFrame(client, issued)
        : renewByToken(client, issued, issued.refreshToken)),
      issued.signInId,
      issued,
    );
  } catch (error) {
    const fault = asFault(error);
    const { session } = sessionState();
    // An issuer that is never shown in a frame does not come back from there.
    const isHopeless = issued.refreshToken === undefined && session && !isCurrent(session);
    if (fault instanceof IssuerAway && !isHopeless) throw fault;
    endSession("expired");
  }
}

/** Signs out at the issuer, where it has a page for that. @returns whether there is none, or it is away. */
export async function leaveIssuer(issued: Issued): Promise<boolean> {
  try {
    const client = await openClient();
    if (!(await client.metadataService.getEndSessionEndpoint())) return true;
    const { url } = await client.createSignoutRequest({ id_token_hint: issued.idToken });
    location.assign(url);
    return false;
  } catch {
    return true;
  }
}

async function openClient(): Promise<OidcClient> {
  const signIn = await readSignIn();
  if (signIn.kind !== "oidc") throw new SignInFailed("这里没有接入统一登录。");
  const store = new WebStorageStateStore({ prefix: "alliance-hub.oidc.", store: sessionStorage });
  const settings: OidcClientSettings = {
    authority: signIn.authority,
    client_id: signIn.clientId,
    scope: signIn.scope,
    redirect_uri: `${location.origin}${RETURN}`,
    post_logout_redirect_uri: `${location.origin}/`,
    extraQueryParams: signIn.parameters,
    extraTokenParams: signIn.parameters,
    stateStore: store,
    requestTimeoutInSeconds: ANSWER_WITHIN_SECONDS,
  };
  return new OidcClient(settings);
}

function renewByToken(
  client: OidcClient,
  { idToken, scope }: Issued,
  refreshToken: string,
): Promise<SigninResponse> {
  const profile = claimsOf(idToken) as RefreshState["profile"];
  const state: RefreshState = {
    refresh_token: refreshToken,
    id_token: idToken,
    session_state: null,
    profile,
    ...(scope === undefined ? {} : { scope }),
  };
  const { extraTokenParams } = client.settings;
  const timeoutInSeconds = ANSWER_WITHIN_SECONDS;
  return client.useRefreshToken({ state, timeoutInSeconds, extraTokenParams });
}

/** For issuers that give no refresh token: their cookie says who it is, if the browser sends it from a frame. */
async function renewInFrame(client: OidcClient, { idToken }: Issued): Promise<SigninResponse> {
  const { url } = await client.createSigninRequest({ prompt: "none", id_token_hint: idToken });
  return await client.processSigninResponse(await inFrame(url, ANSWER_WITHIN_SECONDS * 1000));
}

function begin(response: SigninResponse, signInId: string, before?: Issued): void {
  const refreshToken = response.refresh_token ?? before?.refreshToken;
  const idToken = response.id_token ?? before?.idToken;
  if (idToken === undefined) throw new SignInFailed("登录服务没有说明您是谁，请联系平台管理员。");
  const was = sessionState().session?.issued?.signInId;
  // Somebody has signed out or in meanwhile.
  if (before && was !== before.signInId) return;
  beginSession(response.access_token, {
    signInId,
    idToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(response.scope === undefined ? {} : { scope: response.scope }),
  });
}

function fail(error: unknown): never {
  throw asFault(error);
}

/** What went wrong, in words for whoever signs in. */
function asFault(error: unknown): Error {
  if (error instanceof SignInFailed || error instanceof IssuerAway) return error;
  if (error instanceof ErrorResponse) {
    if (["server_error", "temporarily_unavailable"].includes(error.error ?? ""))
      return new IssuerAway({ cause: error });
    if (error.error === "access_denied")
      return new SignInFailed("登录没有完成：在登录页上没有同意，或者您的账号不能使用联盟枢纽。");
    return new SignInFailed("登录服务没有接受这次登录，请重新登录；仍然不行，请联系平台管理员。", {
      cause: error,
    });
  }
  const message = error instanceof Error ? error.message : "";
  if (/state|nonce/i.test(message))
    return new SignInFailed("这次登录已经失效：等得太久，或者是从别处打开的。请重新登录。");
  return new IssuerAway({ cause: error });
}
