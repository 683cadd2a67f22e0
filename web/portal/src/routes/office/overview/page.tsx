import { Link } from "@tanstack/react-router";
import { isInOffice } from "../../../app/roles.ts";
import { unitsOf, useViewer } from "../../../app/viewer.ts";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";
import { OFFICE_PARTS } from "../parts.ts";

/** What the office has for whoever looks, in words: a newcomer finds the right part here. */
export function OfficePage() {
  const viewer = useViewer();
  const parts = OFFICE_PARTS.filter(({ isFor }) => isFor(viewer));
  const units = unitsOf(viewer);
  return (
    <div className="page">
      <OfficeHead title="办公指南" />
      {viewer && !isInOffice(viewer) && <NotForYou whom="联络员、书记、审计员和平台管理员" />}
      <ul className="cards">
        {parts.map(({ to, name, about }) => (
          <li key={to} className="card">
            <h2 className="card-title">
              <Link to={to}>{name}</Link>
            </h2>
            <p>{about}</p>
          </li>
        ))}
        {units.map(({ id, name }) => (
          <li key={id} className="card">
            <h2 className="card-title">
              <Link to="/office/organizations/$id" params={{ id }}>
                {name}
              </Link>
            </h2>
            <p>您代表的单位：更改名称和品牌，指定联络员，查看所在的委员会。</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
