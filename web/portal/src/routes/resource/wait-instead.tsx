import { Link } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { Fault } from "../../components/fault.tsx";
import { filled } from "../../forms/filled.ts";
import { PortalJoinWaitingListDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";

/** What is wanted of a resource, besides the time. */
export interface Wish {
  readonly organizationId: string | undefined;
  readonly quantity: number;
  readonly purpose: string;
}

interface WaitInsteadProps {
  readonly resourceId: string;
  readonly during: { readonly start: string; readonly end: string };
  readonly wish: Wish;
}

/** Waits for a time that is taken. */
export function WaitInstead({ resourceId, during, wish }: WaitInsteadProps) {
  const { organizationId = "", quantity, purpose } = wish;
  const join = useChange(PortalJoinWaitingListDocument);
  if (join.isSuccess)
    return (
      <p className="notice notice-good">
        已加入候补。时段空出来时会通知您，并为您保留一段时间，请在保留期内接受。
        <Link to="/bookings/waiting">看我们的候补</Link>
      </p>
    );
  return (
    <>
      <p className="hint">只想要这段时间？可以候补：空出来时按先后让给您，不用反复来看。</p>
      <div>
        <Button
          isDisabled={join.isPending}
          onPress={() =>
            join.mutate({ resourceId, organizationId, during, quantity, ...filled({ purpose }) })
          }
        >
          候补这段时间
        </Button>
      </div>
      <Fault error={join.error} />
    </>
  );
}
