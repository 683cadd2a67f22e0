import { getRouteApi } from "@tanstack/react-router";
import { readSignIn } from "@alliance-hub/web-shared/sign-in.ts";
import { useQuery } from "@tanstack/react-query";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { AtIssuer } from "./at-issuer.tsx";
import { Demonstration } from "./demonstration.tsx";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { back = "/" } = route.useSearch();
  const query = useQuery({ queryKey: ["sign-in"], queryFn: readSignIn, staleTime: Infinity });
  return (
    <div className="page narrow">
      <h1>登录</h1>
      <Loaded query={query}>
        {(signIn) => {
          if (signIn.kind === "demonstration")
            return <Demonstration people={signIn.people} back={back} />;
          if (signIn.kind === "oidc") return <AtIssuer back={back} />;
          return <Empty title="这里还不能登录">请联系平台管理员。</Empty>;
        }}
      </Loaded>
    </div>
  );
}
