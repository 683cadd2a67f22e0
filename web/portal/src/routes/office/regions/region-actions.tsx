import { operates } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { FormDialog } from "../../../components/form-dialog.tsx";
import type { RegionChangeKind } from "../../../graph/generated/graphql.ts";
import { REGION_CHANGE_KINDS } from "../../../words/labels.ts";
import type { OfficeRegion } from "./page.tsx";
import { RegionChangeForm } from "./region-change-form.tsx";

/** What an operator can do about a place: all but another name is for operators of the place above. */
export function RegionActions({ region }: { readonly region: OfficeRegion }) {
  const viewer = useViewer();
  if (!operates(viewer, region)) return null;
  const kinds: readonly RegionChangeKind[] = operates(viewer, region.parent)
    ? ["RENAME", "MERGE", "MOVE", "END"]
    : ["RENAME"];
  return (
    <div className="buttons">
      {kinds.map((kind) => (
        <FormDialog
          key={kind}
          action={REGION_CHANGE_KINDS[kind]}
          of={region.name}
          title={`${region.name}：${REGION_CHANGE_KINDS[kind]}`}
        >
          {(close) => <RegionChangeForm region={region} kind={kind} onDone={close} />}
        </FormDialog>
      ))}
    </div>
  );
}
