import { getRouteApi } from "@tanstack/react-router";
import { hasRole, isOperator } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { Choice } from "../../../components/choice.tsx";
import { Empty } from "../../../components/empty.tsx";
import { Paged } from "../../../components/paged.tsx";
import { PlaceField } from "../../../components/place-field.tsx";
import {
  type AppointedRole,
  OfficeAppointmentsDocument,
} from "../../../graph/generated/graphql.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { APPOINTED_ROLES } from "../../../words/labels.ts";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";
import { Appoint } from "./appoint.tsx";
import { AppointmentRow } from "./row.tsx";
import { type AppointmentSearch, appointmentFilterOf } from "./search.ts";

const route = getRouteApi("/office/appointments");

/** Who is an auditor or an operator, and of which place. Auditors may look. */
export function OfficeAppointmentsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const mayRead = isOperator(viewer) || hasRole(viewer, "AUDITOR");
  const pages = usePages(
    OfficeAppointmentsDocument,
    { filter: appointmentFilterOf(search) },
    ({ appointments }) => appointments,
    { isEnabled: mayRead },
  );
  const change = (changed: Partial<AppointmentSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  if (!viewer) return null;
  if (!mayRead)
    return (
      <div className="page">
        <OfficeHead title="任命" />
        <NotForYou whom="平台管理员和审计员" />
      </div>
    );
  return (
    <div className="page">
      <OfficeHead title="任命" />
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <PlaceField
          label="地域"
          value={search.place}
          onChange={(place) => change({ place })}
          placeholder="全部"
        />
        <Choice
          label="角色"
          options={{ ALL: "全部", ...APPOINTED_ROLES }}
          value={search.role ?? "ALL"}
          onChange={(role) =>
            change({ role: role === "ALL" ? undefined : (role as AppointedRole) })
          }
        />
      </form>
      <div className={isOperator(viewer) ? "beside" : "stack"}>
        <Paged pages={pages} empty={<Empty title="没有符合条件的任命">换一个地域或角色。</Empty>}>
          {(appointments) => (
            <ul className="rows">
              {appointments.map((appointment) => (
                <AppointmentRow key={appointment.id} appointment={appointment} />
              ))}
            </ul>
          )}
        </Paged>
        {isOperator(viewer) && <Appoint />}
      </div>
    </div>
  );
}
