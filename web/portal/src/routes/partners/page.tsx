import "../office/office.css";
import { Link, getRouteApi } from "@tanstack/react-router";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { namesOf } from "../../app/own-committees.ts";
import { Choice } from "../../components/choice.tsx";
import { NotForYou } from "../office/not-for-you.tsx";
import { OfficeHead } from "../office/office-head.tsx";
import { Endpoints } from "./endpoints.tsx";
import { Keys } from "./keys.tsx";
import { PARTNER_PARTS, type PartnerPart } from "./search.ts";

const route = getRouteApi("/partners");

/** What the systems of a unit are given: addresses that updates are sent to, and keys. */
export function PartnersPage() {
  const { unit: wanted, part = "webhooks" } = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const units = unitsOf(viewer);
  const unit = units.find(({ id }) => id === wanted) ?? units[0];
  if (!viewer) return null;
  return (
    <div className="page">
      <OfficeHead title="合作系统" />
      {unit ? (
        <>
          <p className="lead">
            活动一有变化，平台就推送到单位自己的系统或工作群，本单位的通知也可以一并推送。接口和示例写在随平台提供的接入指南里，请转给做系统的同事。只想在手机或电脑的日历里看到活动，请用
            <Link to="/calendar/addresses">日历地址</Link>。
          </p>
          {units.length > 1 && (
            <form className="filters" onSubmit={(event) => event.preventDefault()}>
              <Choice
                label="单位"
                options={namesOf(units)}
                value={unit.id}
                onChange={(id) =>
                  void navigate({ search: (before) => ({ ...before, unit: id }), replace: true })
                }
              />
            </form>
          )}
          <nav aria-label="接入方式" className="parts">
            {(Object.keys(PARTNER_PARTS) as PartnerPart[]).map((one) => (
              <Link
                key={one}
                from="/partners"
                to="."
                search={(before) => ({ ...before, part: one })}
                replace
                aria-current={one === part ? "page" : undefined}
              >
                {PARTNER_PARTS[one]}
              </Link>
            ))}
          </nav>
          {part === "webhooks" && <Endpoints key={unit.id} unit={unit} />}
          {part === "keys" && <Keys key={unit.id} unit={unit} />}
        </>
      ) : (
        <NotForYou whom="单位的联络员和委员会的书记" />
      )}
    </div>
  );
}
