import { endSession, sessionState } from "./session.ts";

/** Signs out: here at once, then at the issuer. @returns whether the page stays, and may show something else. */
export async function signOut(): Promise<boolean> {
  const issued = sessionState().session?.issued;
  endSession("left");
  if (!issued) return true;
  const { leaveIssuer } = await import("./oidc.ts");
  return await leaveIssuer(issued);
}
