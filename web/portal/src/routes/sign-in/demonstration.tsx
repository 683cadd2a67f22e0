import "./people.css";
import { useRouter } from "@tanstack/react-router";
import { beginSession } from "@alliance-hub/web-shared/session.ts";
import { type DemonstrationPerson, signInAs } from "@alliance-hub/web-shared/sign-in.ts";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Fault } from "../../components/fault.tsx";

interface DemonstrationProps {
  readonly people: readonly DemonstrationPerson[];
  /** The page to return to. */
  readonly back: string;
}

/** The people of the demonstration, by place and by what they can do. */
export function Demonstration({ people, back }: DemonstrationProps) {
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
