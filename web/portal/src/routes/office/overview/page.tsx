import { isInOffice } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";
import { PartCards } from "../part-cards.tsx";
import { Waiting } from "../waiting.tsx";

/** What the office has for whoever looks, in words: a newcomer finds the right part here. */
export function OfficePage() {
  const viewer = useViewer();
  return (
    <div className="page">
      <OfficeHead title="办公指南" />
      {viewer && !isInOffice(viewer) && <NotForYou whom="联络员、书记、审计员和平台管理员" />}
      <Waiting />
      <PartCards />
    </div>
  );
}
