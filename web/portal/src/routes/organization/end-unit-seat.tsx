import { useState } from "react";
import { Confirm } from "../../components/confirm.tsx";
import { DayField } from "../../components/day-field.tsx";
import {
  PortalEndUnitSeatDocument,
  type UnitSeatPartsFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type Day, dayOf } from "../../words/time.ts";
import { lastDayFault } from "../office/last-day.ts";

/** Says that somebody sits in the other unit no longer. */
export function EndUnitSeat({ seat }: { readonly seat: UnitSeatPartsFragment }) {
  const { id, version, role, since, holderName, body } = seat;
  const end = useChange(PortalEndUnitSeatDocument);
  const [until, setUntil] = useState<Day | undefined>(dayOf(new Date()));
  const who = holderName === null ? role : `${holderName}（${role}）`;
  const fault = lastDayFault(until, since);
  return (
    <Confirm
      action="离任"
      of={holderName ?? role}
      question={`登记${who}不再在“${body?.name ?? "任职单位"}”任职？任职的记录保留。`}
      reasonLabel="原因（联盟内可见）"
      error={end.error}
      canSayYes={fault === undefined}
      onConfirm={async (reason) => {
        await end.mutateAsync({ id, version, reason, ...(until === undefined ? {} : { until }) });
      }}
    >
      <DayField label="最后一天" value={until} onChange={setUntil} fault={fault} />
    </Confirm>
  );
}
