import type { PortalSignIn } from "./sign-in.ts";
import type { OidcSettings } from "../../settings/oidc-settings.ts";
import type { Discovery } from "../../identity/discovery.ts";

/** How people sign in at the portal of a hub that has an issuer. */
export function oidcSignIn(
  { issuer, audience, portal }: OidcSettings,
  discovery: Discovery,
): PortalSignIn {
  if (!portal) return { kind: "none" };
  const { clientId, scope, audienceParameter } = portal;
  const read = (): void => void discovery.read().catch(() => undefined);
  // An issuer that is away now is asked again with the next page.
  read();
  return {
    kind: "oidc",
    authority: issuer,
    clientId,
    scope,
    parameters: audienceParameter === undefined ? {} : { [audienceParameter]: audience },
    origins: () => {
      if (!discovery.known) read();
      return [...new Set([new URL(issuer).origin, ...(discovery.known?.origins ?? [])])];
    },
  };
}
