import { actsFor } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { ApplicationRow } from "../application-row.tsx";
import { WithdrawApplication } from "../withdraw-application.tsx";
import type { OfficeOrganization } from "./page.tsx";

/** The committees that a unit has asked to join, with what became of it. */
export function UnitApplications({ unit }: { readonly unit: OfficeOrganization }) {
  const isOwn = actsFor(useViewer(), unit.id);
  return (
    <ul className="rows">
      {(unit.applications?.nodes ?? []).map((application) => (
        <ApplicationRow key={application.id} application={application}>
          {isOwn && <WithdrawApplication application={application} />}
        </ApplicationRow>
      ))}
    </ul>
  );
}
