import { useState } from "react";
import { operates, runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Confirm } from "../../components/confirm.tsx";
import { DayField } from "../../components/day-field.tsx";
import {
  PortalEndServiceAreaDocument,
  type ServiceAreaPartsFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type Day, dayOf } from "../../words/time.ts";
import { lastDayFault } from "../office/last-day.ts";

/** Ends what serves an estate, for those who keep the place. */
export function EndServiceArea({ area }: { readonly area: ServiceAreaPartsFragment }) {
  const { id, version, from, organization, region } = area;
  const viewer = useViewer();
  const end = useChange(PortalEndServiceAreaDocument);
  const [until, setUntil] = useState<Day | undefined>(dayOf(new Date()));
  if (!keeps(viewer, region)) return null;
  return (
    <Confirm
      action="结束服务"
      of={`${organization?.name ?? ""}，${region?.name ?? ""}`}
      question={`登记“${organization?.name ?? ""}”不再服务“${region?.name ?? ""}”？已登记的时间保留。`}
      error={end.error}
      canSayYes={lastDayFault(until, from) === undefined}
      onConfirm={async () => {
        await end.mutateAsync({ id, version, ...(until === undefined ? {} : { until }) });
      }}
    >
      <DayField
        label="最后一天"
        value={until}
        onChange={setUntil}
        fault={lastDayFault(until, from)}
      />
    </Confirm>
  );
}

/** Whether a viewer records who serves a place: its operators, and whoever runs a committee there. */
function keeps(
  viewer: ReturnType<typeof useViewer>,
  region: ServiceAreaPartsFragment["region"],
): boolean {
  const { parent } = region ?? {};
  const committees = [
    ...(parent?.committees.nodes ?? []),
    ...(parent?.parent?.committees.nodes ?? []),
  ];
  return operates(viewer, region) || committees.some((committee) => runs(viewer, committee));
}
