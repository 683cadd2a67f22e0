import { Link } from "@tanstack/react-router";
import { operates } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { DayField } from "../../../components/day-field.tsx";
import { Empty } from "../../../components/empty.tsx";
import {
  type ChosenOrganization,
  OrganizationField,
} from "../../../components/organization-field.tsx";
import { Paged } from "../../../components/paged.tsx";
import { StateMark } from "../../../components/state-mark.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import {
  OfficeMemberUnitsDocument,
  type OfficeMemberUnitsQuery,
  PortalJoinCommitteeDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { ORGANIZATION_KINDS } from "../../../words/labels.ts";
import { type Day, dayOf, showDay } from "../../../words/time.ts";
import { beginFault } from "../begin.ts";
import { LeaveCommittee } from "../leave-committee.tsx";
import type { OfficeCommittee } from "./page.tsx";

/** The member units of a committee; whom to admit, and who leaves. */
export function MemberUnits({ committee }: { readonly committee: OfficeCommittee }) {
  const pages = usePages(
    OfficeMemberUnitsDocument,
    { id: committee.id },
    (result) => result.committee?.memberUnits,
  );
  return (
    <div className="beside">
      <Paged
        pages={pages}
        empty={<Empty title="还没有成员单位">请在本页吸收单位，或等单位的联络员申请加入。</Empty>}
      >
        {(memberships) => (
          <ul className="rows">
            {memberships.map((membership) => (
              <UnitRow key={membership.id} membership={membership} committee={committee} />
            ))}
          </ul>
        )}
      </Paged>
      <Admit committee={committee} />
    </div>
  );
}

type Membership = NonNullable<
  NonNullable<OfficeMemberUnitsQuery["committee"]>["memberUnits"]
>["nodes"][number];

interface UnitRowProps {
  readonly membership: Membership;
  readonly committee: OfficeCommittee;
}

function UnitRow({ membership, committee }: UnitRowProps) {
  const { joinedOn, organization } = membership;
  const viewer = useViewer();
  const liaisons = organization?.liaisons?.nodes ?? [];
  if (!organization) return null;
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          <Link to="/office/organizations/$id" params={{ id: organization.id }}>
            {organization.name}
          </Link>
        </p>
        <p className="muted">
          {ORGANIZATION_KINDS[organization.kind]} · {showDay(joinedOn)}加入
          {liaisons.length > 0 && ` · 联络员：${liaisons.map(({ name }) => name).join("、")}`}
        </p>
      </div>
      {liaisons.length === 0 && <StateMark tone="wait">没有联络员</StateMark>}
      {operates(viewer, committee.region) && (
        <Link
          to="/office/organizations/$id"
          params={{ id: organization.id }}
          className="button button-quiet"
          aria-label={`联络员：${organization.name}`}
        >
          联络员
        </Link>
      )}
      <LeaveCommittee membership={membership} unit={organization} committee={committee.id} />
    </li>
  );
}

const EMPTY = {
  organizationId: undefined as ChosenOrganization | undefined,
  joinedOn: dayOf(new Date()) as Day | undefined,
};

function Admit({ committee }: { readonly committee: OfficeCommittee }) {
  const join = useChange(PortalJoinCommitteeDocument);
  const form = useForm({
    name: `office.admit.${committee.id}`,
    initial: EMPTY,
    check: ({ organizationId, joinedOn }) => ({
      organizationId: organizationId ? undefined : "请选择单位。",
      joinedOn: beginFault(joinedOn),
    }),
    send: ({ organizationId, joinedOn }) =>
      join.mutateAsync({
        committeeId: committee.id,
        organizationId: organizationId?.id ?? "",
        ...(joinedOn === undefined ? {} : { joinedOn }),
      }),
  });
  return (
    <aside className="panel stack">
      <h2>吸收成员单位</h2>
      <Form form={form} action="吸收" label="吸收成员单位">
        <OrganizationField label="单位" {...form.field("organizationId")} />
        <DayField label="加入日期" {...form.field("joinedOn")} />
      </Form>
      <p className="hint">找不到的单位要先由平台管理员登记。</p>
    </aside>
  );
}
