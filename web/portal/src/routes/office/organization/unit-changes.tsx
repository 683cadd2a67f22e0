import { Link } from "@tanstack/react-router";
import { FormDialog } from "../../../components/form-dialog.tsx";
import { CorrectForm } from "./correct-form.tsx";
import { EndUnit } from "./end-unit.tsx";
import type { OfficeOrganization } from "./page.tsx";

/** What an operator can do about a unit's life: correct what it is, merge it into another one, end it. */
export function UnitChanges({ unit }: { readonly unit: OfficeOrganization }) {
  return (
    <div className="buttons">
      <FormDialog action="更正类型、所在地、信用代码">
        {(close) => <CorrectForm unit={unit} onDone={close} />}
      </FormDialog>
      <Link to="/office/organizations/$id/merge" params={{ id: unit.id }} className="button">
        并入其他单位
      </Link>
      <EndUnit unit={unit} />
    </div>
  );
}
