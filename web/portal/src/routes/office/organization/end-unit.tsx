import { useState } from "react";
import { Confirm } from "../../../components/confirm.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { PortalEndOrganizationDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { type Day, dayOf } from "../../../words/time.ts";
import { lastDayFault } from "../last-day.ts";
import { OpenRecords } from "./open-records.tsx";
import type { OfficeOrganization } from "./page.tsx";

/** No unit ended before there were alliances of this form. */
const FIRST_DAY = "1990-01-01";

/** Ends a unit, with its last day and the reason. What must be settled before is listed. */
export function EndUnit({ unit }: { readonly unit: OfficeOrganization }) {
  const { id, version, name } = unit;
  const end = useChange(PortalEndOrganizationDocument);
  const [endedOn, setEndedOn] = useState<Day | undefined>(dayOf(new Date()));
  const fault = lastDayFault(endedOn, FIRST_DAY);
  return (
    <Confirm
      action="终止单位"
      look="danger"
      question={`登记“${name}”终止？从此没有人能代表它办理，资源撤下，成员资格结束；记录保留。终止后不能恢复。`}
      reasonLabel="原因"
      error={end.error}
      canSayYes={fault === undefined}
      onConfirm={async (reason) => {
        await end.mutateAsync({
          id,
          version,
          reason,
          ...(endedOn === undefined ? {} : { endedOn }),
        });
      }}
    >
      <DayField label="最后一天" value={endedOn} onChange={setEndedOn} fault={fault} />
      <OpenRecords error={end.error} />
    </Confirm>
  );
}
