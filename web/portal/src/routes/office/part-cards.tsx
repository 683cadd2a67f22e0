import "./office.css";
import { Link } from "@tanstack/react-router";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { OFFICE_PARTS } from "./parts.ts";

/** The parts of the office that the viewer has, each with what it is for. */
export function PartCards() {
  const viewer = useViewer();
  const parts = OFFICE_PARTS.filter(({ isFor }) => isFor(viewer));
  return (
    <ul className="cards">
      {parts.map(({ to, name, about }) => (
        <li key={to} className="card">
          <h2 className="card-title">
            <Link to={to}>{name}</Link>
          </h2>
          <p>{about}</p>
        </li>
      ))}
      {unitsOf(viewer).map(({ id, name }) => (
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
  );
}
