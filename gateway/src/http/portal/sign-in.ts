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
  | { readonly kind: "oidc"; readonly authority: string; readonly clientId: string }
  | { readonly kind: "none" };
