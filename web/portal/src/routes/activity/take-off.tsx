import { Confirm } from "../../components/confirm.tsx";
import { PortalLeaveActivityDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import type { PageActivity } from "./activity.ts";

interface TakeOffProps {
  readonly activity: Pick<PageActivity, "id" | "state">;
  readonly unit: { readonly id: string; readonly name: string };
}

/** Takes a unit off the list that was not there after all. */
export function TakeOff({ activity: { id, state }, unit }: TakeOffProps) {
  const leave = useChange(PortalLeaveActivityDocument);
  return (
    <Confirm
      action="没有参加"
      of={unit.name}
      question={`${unit.name}其实没有参加？它登记的人次随之作废，${state === "HELD" ? "变更记录里保留。" : "以后还可以再添加。"}`}
      stay="不，参加了"
      error={leave.error}
      onConfirm={async () => void (await leave.mutateAsync({ id, organizationId: unit.id }))}
    />
  );
}
