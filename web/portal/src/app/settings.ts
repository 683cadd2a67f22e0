/** How one signs in here, as the hub says. */
export type SignIn =
  | { readonly kind: "demonstration"; readonly people: readonly DemonstrationPerson[] }
  | { readonly kind: "oidc"; readonly authority: string; readonly clientId: string }
  | { readonly kind: "none" };

export interface DemonstrationPerson {
  readonly name: string;
  readonly place: string;
  readonly roles: readonly { readonly role: string; readonly of: string }[];
}

/** @throws if the hub does not answer. */
export async function readSignIn(): Promise<SignIn> {
  const response = await fetch("/portal/sign-in.json");
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
