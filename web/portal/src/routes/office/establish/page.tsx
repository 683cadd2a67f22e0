import { Link } from "@tanstack/react-router";
import { managesCommittees } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";
import { EstablishForm } from "./establish-form.tsx";

/** A form to establish a committee with its first term; afterwards its seats and units are entered. */
export function EstablishCommitteePage() {
  const viewer = useViewer();
  if (!viewer) return null;
  return (
    <div className="page">
      <p className="trail">
        <Link to="/office/committees">委员会管理</Link>
      </p>
      <OfficeHead title="成立委员会" />
      {managesCommittees(viewer) ? <EstablishForm /> : <NotForYou whom="书记和平台管理员" />}
    </div>
  );
}
