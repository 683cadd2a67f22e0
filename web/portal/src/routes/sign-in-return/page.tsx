import { Link, useRouter } from "@tanstack/react-router";
import { sessionState } from "@alliance-hub/web-shared/session.ts";
import { useEffect, useState } from "react";
import { Fault } from "../../components/fault.tsx";

/** An answer of the issuer is good for one use, however often a component is mounted. */
const answers = new Map<string, Promise<string>>();

/** Ends the sign-in that began at `/sign-in`, and goes on to where it began; or says why it cannot. */
export function SignInReturnPage() {
  const router = useRouter();
  const [fault, setFault] = useState<Error | null>(null);
  useEffect(() => {
    if (sessionState().session) return router.history.replace("/");
    const address = location.href;
    const answer = answers.get(address) ?? finish(address);
    answers.set(address, answer);
    answer.then((back) => router.history.replace(back), setFault);
  }, [router]);
  return (
    <div className="page narrow">
      <h1>登录</h1>
      {fault ? (
        <>
          <Fault error={fault} />
          <p className="buttons">
            <Link to="/sign-in" replace className="button button-main">
              重新登录
            </Link>
            <Link to="/" replace className="button">
              不登录，只看公开内容
            </Link>
          </p>
        </>
      ) : (
        <p className="lead" role="status">
          正在登录…
        </p>
      )}
    </div>
  );
}

async function finish(address: string): Promise<string> {
  const { returnFromIssuer } = await import("@alliance-hub/web-shared/oidc.ts");
  return await returnFromIssuer(address);
}
