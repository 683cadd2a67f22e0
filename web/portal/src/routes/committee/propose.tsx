import { districtOf, unitsOf, useViewer } from "../../app/viewer.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { OwnUnitsAndCommitteesDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { dayOf, showDay } from "../../words/time.ts";
import { WithdrawApplication } from "../office/withdraw-application.tsx";
import type { CommitteeOfPage } from "./committee.ts";
import { ProposeForm } from "./propose-form.tsx";

/** A unit of the viewer's that is no member proposes itself; one that has done so can withdraw. */
export function Propose({ committee }: { readonly committee: CommitteeOfPage }) {
  const { id, name, region, organization } = committee;
  const viewer = useViewer();
  // Units of another district belong to another alliance.
  const near = unitsOf(viewer).filter(
    (unit) =>
      unit.id !== organization?.id &&
      region &&
      unit.region &&
      districtOf(unit.region) === districtOf(region),
  );
  const { data } = useAsk(OwnUnitsAndCommitteesDocument, {}, { isEnabled: near.length > 0 });
  const outside = (data?.viewer?.organizations ?? []).filter(
    (unit) =>
      near.some((one) => one.id === unit.id) &&
      !unit.memberships?.nodes.some((membership) => membership.committee?.id === id),
  );
  const applied = outside.flatMap(({ applications }) =>
    (applications?.nodes ?? []).filter((application) => application.committee?.id === id),
  );
  const free = outside.filter(
    (unit) => !applied.some((application) => application.organization?.id === unit.id),
  );
  if (outside.length === 0) return null;
  return (
    <section className="stack" aria-label="申请加入">
      {applied.map((application) => (
        <p key={application.id} className="notice notice-wait">
          {application.organization?.name}已在{showDay(dayOf(application.createdAt))}
          申请加入，正待书记答复。
          <WithdrawApplication application={application} />
        </p>
      ))}
      {free.length > 0 && (
        <div>
          <FormDialog action="申请加入" title={`申请加入${name}`} look="main">
            {(close) => <ProposeForm committee={committee} units={free} onDone={close} />}
          </FormDialog>
        </div>
      )}
    </section>
  );
}
