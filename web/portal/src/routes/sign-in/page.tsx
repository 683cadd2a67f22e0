import { getRouteApi, useRouter } from "@tanstack/react-router";
import { beginSession } from "@alliance-hub/web-shared/session.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type DemonstrationPerson, readSignIn, signInAs } from "../../app/settings.ts";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Fault } from "../../components/fault.tsx";
import { Loaded } from "../../components/loaded.tsx";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const query = useQuery({ queryKey: ["sign-in"], queryFn: readSignIn, staleTime: Infinity });
  return (
    <div className="page narrow">
      <h1>登录</h1>
      <Loaded query={query}>
        {(signIn) =>
          signIn.kind === "demonstration" ? (
            <Demonstration people={signIn.people} />
          ) : (
            <Empty title="这里还不能登录">请联系平台管理员。</Empty>
          )
        }
      </Loaded>
    </div>
  );
}

/** The people of the demonstration, by place and by what they can do. */
function Demonstration({ people }: { readonly people: readonly DemonstrationPerson[] }) {
  const { back = "/" } = route.useSearch();
  const router = useRouter();
  const [fault, setFault] = useState<Error | null>(null);
  const enter = (name: string): void => {
    signInAs(name).then((token) => {
      beginSession(token);
      router.history.push(back);
    }, setFault);
  };
  return (
    <>
      <p className="lead">演示环境：选一个身份，点一下就进入。人员均为化名，令牌只在本机有效。</p>
      <Fault error={fault} />
      {[...Map.groupBy(people, ({ place }) => place)].map(([place, ofPlace]) => (
        <section key={place} className="stack">
          <h2>{place}</h2>
          <ul className="people">
            {ofPlace.map(({ name, roles }) => (
              <li key={name}>
                <Button onPress={() => enter(name)}>
                  <strong>{roles.map(({ role }) => role).join("、")}</strong>
                  <span className="muted">{roles.map(({ of }) => of).join("、")}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
