/** The issuer does not answer. It says nothing about who is signed in. */
export class IssuerAway extends Error {
  constructor(options?: ErrorOptions) {
    super("登录服务暂时连不上。请检查网络，稍后再试。", options);
  }
}

/** The issuer, or what came from it, does not let somebody in. */
export class SignInFailed extends Error {}
