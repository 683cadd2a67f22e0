import { Link, getRouteApi } from "@tanstack/react-router";
import { actsFor, operates } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { Loaded } from "../../../components/loaded.tsx";
import { Lost } from "../../../components/lost.tsx";
import {
  OfficeOrganizationDocument,
  type OfficeOrganizationQuery,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { showFormerNames } from "../../../words/former-names.ts";
import { ORGANIZATION_KINDS, ORGANIZATION_STATES } from "../../../words/labels.ts";
import { showDay } from "../../../words/time.ts";
import { Keys } from "../../partners/keys.tsx";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";
import { ChangeForm } from "./change-form.tsx";
import { Liaisons } from "./liaisons.tsx";
import { Memberships } from "./memberships.tsx";
import { UnitApplications } from "./unit-applications.tsx";
import { UnitChanges } from "./unit-changes.tsx";

export type OfficeOrganization = NonNullable<OfficeOrganizationQuery["organization"]>;

const route = getRouteApi("/office/organizations/$id");

/** A unit's record, for its liaisons and for operators: what it is called, who acts for it, where it is a member. */
export function OfficeOrganizationPage() {
  const { id } = route.useParams();
  const query = useAsk(OfficeOrganizationDocument, { id });
  return (
    <Loaded query={query}>
      {({ organization }) => (organization ? <Record unit={organization} /> : <Lost />)}
    </Loaded>
  );
}

function Record({ unit }: { readonly unit: OfficeOrganization }) {
  const viewer = useViewer();
  const isOperator = operates(viewer, unit.region);
  const isActive = unit.state === "ACTIVE";
  const isKeeper = isOperator || actsFor(viewer, unit.id);
  if (!viewer) return null;
  return (
    <div className="page">
      {isOperator && (
        <p className="trail">
          <Link to="/office/organizations">单位登记</Link>
        </p>
      )}
      <OfficeHead title={unit.name}>
        <Link to="/organizations/$id" params={{ id: unit.id }}>
          单位页面
        </Link>
      </OfficeHead>
      {!isActive && (
        <p className="notice notice-bad">
          {ORGANIZATION_STATES[unit.state]}
          {unit.mergedInto && (
            <>
              ：
              <Link to="/office/organizations/$id" params={{ id: unit.mergedInto.id }}>
                {unit.mergedInto.name}
              </Link>
            </>
          )}
          {unit.endedOn !== null && `，${showDay(unit.endedOn)}`}
          {unit.endReason !== null && `，原因：${unit.endReason}`}
        </p>
      )}
      <dl className="facts">
        {unit.formerNames.length > 0 && (
          <>
            <dt>曾用名</dt>
            <dd>{showFormerNames(unit.formerNames)}</dd>
          </>
        )}
        <dt>类型</dt>
        <dd>{ORGANIZATION_KINDS[unit.kind]}</dd>
        <dt>所在地</dt>
        <dd>{unit.region?.name}</dd>
        <dt>信用代码</dt>
        <dd>{unit.creditCode ?? "没有登记"}</dd>
        <dt>上级单位</dt>
        <dd>{unit.parent?.name ?? "没有"}</dd>
        <dt>登记日期</dt>
        <dd>{showDay(unit.createdAt)}</dd>
      </dl>
      {isOperator && isActive && <UnitChanges key={unit.version} unit={unit} />}
      {!isActive ? null : isKeeper ? (
        <div className="halves">
          <section className="stack">
            <h2>名称和品牌</h2>
            <ChangeForm key={unit.version} unit={unit} />
          </section>
          <section className="stack">
            <h2>联络员</h2>
            <Liaisons unit={unit} />
          </section>
        </div>
      ) : (
        <NotForYou whom="本单位的联络员和平台管理员" />
      )}
      <section className="stack">
        <h2>所在的委员会</h2>
        <Memberships unit={unit} />
      </section>
      {isKeeper && (unit.applications?.nodes ?? []).length > 0 && (
        <section className="stack">
          <h2>入会申请</h2>
          <UnitApplications unit={unit} />
        </section>
      )}
      {isKeeper && isActive && (
        <section className="stack">
          <h2>合作系统</h2>
          <Keys unit={unit} />
        </section>
      )}
    </div>
  );
}
