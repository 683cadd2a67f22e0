/** How one signs in here, as the hub says. */
export type SignIn =
  | { readonly kind: "demonstration"; readonly people: readonly DemonstrationPerson[] }
  | OidcSignIn
  | { readonly kind: "none" };

/** The issuer, and what the portal asks of it. */
export interface OidcSignIn {
  readonly kind: "oidc";
  readonly authority: string;
  readonly clientId: string;
  readonly scope: string;
  /** Further parameters of requests: the audience, where the issuer wants it. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface DemonstrationPerson {
  readonly name: string;
  readonly place: string;
  readonly roles: readonly { readonly role: string; readonly of: string }[];
}

let known: Promise<SignIn> | undefined;

/** @throws if the hub does not answer; the next call asks again. */
export function readSignIn(): Promise<SignIn> {
  known ??= fetchSignIn().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function fetchSignIn(): Promise<SignIn> {
  const response = await fetch("/portal/sign-in.json").catch(() => undefined);
  if (!response?.ok) throw new Error("连不上联盟枢纽。请检查网络，稍后再试。");
  return (await response.json()) as SignIn;
}

/** A token for one of the demonstration people; only where the hub says that there are any. */
export async function signInAs(name: string): Promise<string> {
  const response = await fetch("/portal/demonstration-token", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name }),
  });
  if (!response.ok) throw new Error("没有签发令牌。请刷新页面再试。");
  return ((await response.json()) as { token: string }).token;
}
