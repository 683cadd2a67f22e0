import { useState } from "react";
import { Confirm } from "../../components/confirm.tsx";
import { DayField } from "../../components/day-field.tsx";
import { PortalLeaveCommitteeDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type Day, dayOf } from "../../words/time.ts";
import { lastDayFault } from "./last-day.ts";

interface LeaveCommitteeProps {
  readonly membership: { readonly id: string; readonly version: number; readonly joinedOn: Day };
  readonly unit: string;
  readonly committee: string;
}

/** Ends a membership, with its last day and the reason. */
export function LeaveCommittee({ membership, unit, committee }: LeaveCommitteeProps) {
  const { id, version, joinedOn } = membership;
  const leave = useChange(PortalLeaveCommitteeDocument);
  const [leftOn, setLeftOn] = useState<Day | undefined>(dayOf(new Date()));
  return (
    <Confirm
      action="退出"
      of={unit}
      question={`登记“${unit}”退出“${committee}”？该单位派出的委员随之离任。如要再加入，须重新吸收。`}
      reasonLabel="原因"
      error={leave.error}
      canSayYes={lastDayFault(leftOn, joinedOn) === undefined}
      onConfirm={async (reason) => {
        await leave.mutateAsync({
          id,
          version,
          reason,
          ...(leftOn === undefined ? {} : { leftOn }),
        });
      }}
    >
      <DayField
        label="退出日期"
        value={leftOn}
        onChange={setLeftOn}
        fault={lastDayFault(leftOn, joinedOn)}
      />
    </Confirm>
  );
}
