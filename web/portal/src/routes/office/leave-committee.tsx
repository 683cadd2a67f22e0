import { Link } from "@tanstack/react-router";
import { Confirm } from "../../components/confirm.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { PortalCallOffLeavingDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type Day, showDay } from "../../words/time.ts";

interface Membership {
  readonly id: string;
  readonly version: number;
  /** The last day that is planned. */
  readonly leavesOn: Day | null;
}

interface LeaveCommitteeProps {
  readonly membership: Membership;
  readonly unit: { readonly id: string; readonly name: string };
  /** Its id. */
  readonly committee: string;
}

/** Leads to where a membership ends; where that is planned, it is said and can be called off. */
export function LeaveCommittee({ membership, unit, committee }: LeaveCommitteeProps) {
  if (membership.leavesOn !== null)
    return (
      <>
        <StateMark tone="wait">{`${showDay(membership.leavesOn)}退出`}</StateMark>
        <CallOffLeaving membership={membership} unit={unit.name} />
      </>
    );
  return (
    <Link
      to="/office/committees/$id/leaving"
      params={{ id: committee }}
      search={{ unit: unit.id }}
      className="button button-quiet"
      aria-label={`退出：${unit.name}`}
    >
      退出
    </Link>
  );
}

interface CallOffLeavingProps {
  readonly membership: Pick<Membership, "id" | "version">;
  readonly unit: string;
  readonly look?: "plain";
}

/** Lets a unit stay that was going to leave. */
export function CallOffLeaving({ membership, unit, look }: CallOffLeavingProps) {
  const { id, version } = membership;
  const callOff = useChange(PortalCallOffLeavingDocument);
  return (
    <Confirm
      action="取消退出"
      of={unit}
      {...(look ? { look } : {})}
      question={`取消“${unit}”的退出？取消后它仍是成员单位，派出的委员照常任职。`}
      stay="不，照常退出"
      error={callOff.error}
      onConfirm={async () => {
        await callOff.mutateAsync({ id, version });
      }}
    />
  );
}
