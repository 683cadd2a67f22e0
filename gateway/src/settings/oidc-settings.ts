import type { SettingsReader } from "@alliance-hub/platform/settings/settings-reader";

/** An OIDC issuer whose tokens are accepted. */
export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  /** How people sign in at the portal; undefined if they do not. */
  readonly portal: PortalClientSettings | undefined;
}

/** The portal as a client of the issuer: a public one, with PKCE and no secret. */
export interface PortalClientSettings {
  readonly clientId: string;
  /** What the portal asks for, separated by spaces. */
  readonly scope: string;
  /** Parameter of requests that names the audience; undefined if the issuer wants none. */
  readonly audienceParameter: AudienceParameter | undefined;
}

/** `resource` is RFC 8707; `audience` is what several issuers had before. */
export type AudienceParameter = "audience" | "resource";

/** Reads the settings of the issuer; undefined means demonstration mode. */
export function readOidcSettings(reader: SettingsReader): OidcSettings | undefined {
  const { faults, text, url, word } = reader;
  const issuer = url("OIDC_ISSUER", ["https:", "http:"]);
  const audience = text("OIDC_AUDIENCE");
  if ((issuer === undefined) !== (audience === undefined)) {
    faults.push(
      "OIDC_ISSUER and OIDC_AUDIENCE belong together: set both, or neither for demonstration mode.",
    );
  }
  const clientId = text("OIDC_CLIENT_ID");
  if (clientId !== undefined && issuer === undefined)
    faults.push("OIDC_CLIENT_ID belongs to OIDC_ISSUER: set both, or neither.");
  const scope = text("OIDC_SCOPE") ?? "openid";
  if (!scope.split(/\s+/).includes("openid"))
    faults.push(`OIDC_SCOPE is "${scope}"; "openid" must be among its words.`);
  const parameter = word("OIDC_AUDIENCE_PARAMETER", "none", ["none", "audience", "resource"]);
  if (issuer === undefined || audience === undefined) return undefined;
  const audienceParameter = parameter === "none" ? undefined : parameter;
  const portal = clientId === undefined ? undefined : { clientId, scope, audienceParameter };
  return { issuer, audience, portal };
}
