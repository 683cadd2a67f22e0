import { useState } from "react";
import { committeesOf, unitsOf, useViewer } from "../../app/viewer.ts";
import { Choice } from "../../components/choice.tsx";
import { ContactCardForm } from "./contact-card-form.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";

/** The form for a new card, of a unit that the viewer acts for or a committee that they run. */
export function NewCard() {
  const viewer = useViewer();
  const units = unitsOf(viewer);
  const [chosen, setChosen] = useState<string>();
  const owners = [...units, ...committeesOf(viewer)];
  const owner = owners.find(({ id }) => id === chosen) ?? owners[0];
  if (!owner) return null;
  const isUnit = units.some(({ id }) => id === owner.id);
  return (
    <div>
      <FormDialog action="制作连心卡" look="main">
        {(close) => (
          <>
            {owners.length > 1 && (
              <Choice
                label="属于"
                options={Object.fromEntries(owners.map(({ id, name }) => [id, name]))}
                value={owner.id}
                onChange={setChosen}
              />
            )}
            <ContactCardForm
              key={owner.id}
              owner={isUnit ? { organizationId: owner.id } : { committeeId: owner.id }}
              onDone={close}
            />
          </>
        )}
      </FormDialog>
    </div>
  );
}
