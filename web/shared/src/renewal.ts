import { type Session, isCurrent } from "./kept-session.ts";
import { endSession, sessionState, watchSession } from "./session.ts";
import { alone, askOtherTabs } from "./tabs.ts";

/** A token is renewed when this much of its life is left, in milliseconds, or half of it if it lives shorter. */
const BEFORE_MS = 60_000;
/** Pause after an attempt in which the issuer did not answer, in milliseconds. */
const PAUSE_MS = 10_000;
/** Longest delay of a timer in browsers, in milliseconds. */
const LONGEST_TIMER_MS = 2_147_483_647;

let underWay: Promise<void> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** When the token that is known was received, in milliseconds since 1970. */
let receivedAt = Date.now();

/**
 * The token to send, renewed if it is no longer good; undefined if nobody is signed in.
 *
 * @throws IssuerAway if it is to be renewed and the issuer does not answer.
 */
export async function tokenToSend(): Promise<string | undefined> {
  const { session } = sessionState();
  if (!session) return undefined;
  if (isCurrent(session)) return session.token;
  if (session.issued) await renew();
  else endSession("expired");
  return sessionState().session?.token;
}

/**
 * What to do with a token that the hub has rejected.
 *
 * @returns whether there is a new one, so that it is worth asking again.
 */
export async function afterRejection(token: string | undefined): Promise<boolean> {
  const { session } = sessionState();
  if (!session || token === undefined) return false;
  // Renewed in the meantime.
  if (session.token !== token) return true;
  const lifeMs = session.expiresAt === undefined ? Infinity : session.expiresAt - receivedAt;
  // The page's clock may let a token live a little longer than the hub's does.
  const isNew = Date.now() - receivedAt < Math.min(BEFORE_MS, lifeMs / 2);
  // A token that the issuer has just given and the hub does not take is no better after a renewal.
  if (!session.issued || isNew) endSession(session.issued && isNew ? "refused" : "expired");
  else await renew();
  return sessionState().session !== undefined;
}

/** Renews the token. If the issuer gives no other, the session has expired. @throws IssuerAway */
function renew(): Promise<void> {
  underWay ??= renewOnce().finally(() => (underWay = undefined));
  return underWay;
}

async function renewOnce(): Promise<void> {
  const { session } = sessionState();
  if (!session?.issued) return;
  await alone(session.issued.signInId, async () => {
    await askOtherTabs(session);
    if (sessionState().session !== session) return;
    const { renewAtIssuer } = await import("./oidc.ts");
    await renewAtIssuer(session.issued);
  });
}

function renewAt({ expiresAt }: Session): number {
  if (expiresAt === undefined) return Infinity;
  return Math.max(expiresAt - BEFORE_MS, (expiresAt + receivedAt) / 2);
}

/** Renews the token if it is time, and says when to look again. */
function look(): void {
  clearTimeout(timer);
  const { session } = sessionState();
  if (!session?.issued) return;
  const leftMs = renewAt(session) - Date.now();
  if (leftMs > 0) timer = setTimeout(look, Math.min(leftMs, LONGEST_TIMER_MS));
  else renew().catch(() => (timer = setTimeout(look, PAUSE_MS)));
}

watchSession(({ session }, before) => {
  if (session?.token !== before.session?.token) receivedAt = Date.now();
  look();
});
// A tab that slept has missed its timer.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") look();
});
addEventListener("online", look);
look();
