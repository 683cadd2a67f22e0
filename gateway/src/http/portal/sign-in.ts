/** One of the demonstration people, as the sign-in page lists them. */
export interface ListedPerson {
  readonly name: string;
  /** Where the person acts, in words. */
  readonly place: string;
  readonly roles: readonly { readonly role: string; readonly of: string }[];
}

/** How people sign in at the portal. */
export type PortalSignIn =
  | {
      readonly kind: "demonstration";
      readonly people: readonly ListedPerson[];
      /** A token for one of them; undefined where there is nobody of that name. */
      readonly tokenFor: (name: string) => Promise<string | undefined>;
    }
  | OidcSignIn
  | { readonly kind: "none" };

/** At an issuer: authorization code with PKCE (OAuth 2.0 for Browser-Based Applications). */
export interface OidcSignIn {
  readonly kind: "oidc";
  /** The issuer's address. */
  readonly authority: string;
  readonly clientId: string;
  readonly scope: string;
  /** Parameters of requests beyond those of the standard's core: the audience, where the issuer wants it. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Origins that browsers call to sign in, as far as they are known now. */
  readonly origins: () => readonly string[];
}
