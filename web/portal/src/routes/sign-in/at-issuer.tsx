import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Fault } from "../../components/fault.tsx";

/** Leaves for the issuer's page at once. @param back the page to return to. */
export function AtIssuer({ back }: { readonly back: string }) {
  const [fault, setFault] = useState<Error | null>(null);
  const isLeaving = useRef(false);
  const leave = (): void => {
    if (isLeaving.current) return;
    isLeaving.current = true;
    setFault(null);
    leaveFor(back).catch((error: Error) => {
      isLeaving.current = false;
      setFault(error);
    });
  };
  useEffect(leave, [back]);
  if (!fault)
    return (
      <p className="lead" role="status">
        正在前往统一登录…
      </p>
    );
  return (
    <>
      <Fault error={fault} />
      <p className="buttons">
        <Button look="main" onPress={leave}>
          再试一次
        </Button>
        <Link to="/" className="button">
          不登录，只看公开内容
        </Link>
      </p>
    </>
  );
}

async function leaveFor(back: string): Promise<void> {
  const { leaveForIssuer } = await import("@alliance-hub/web-shared/oidc.ts");
  await leaveForIssuer(back);
}
