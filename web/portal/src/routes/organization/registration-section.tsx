import { Empty } from "../../components/empty.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { RegistrationForm } from "../registrations/registration-form.tsx";
import { RegistrationRows } from "../registrations/registration-rows.tsx";
import type { OrganizationOfPage } from "./organization.ts";

interface RegistrationSectionProps {
  readonly organization: OrganizationOfPage;
  /** Whether the viewer acts for it. */
  readonly isOwn: boolean;
}

/** The communities that a unit has registered with, and the form for another one. */
export function RegistrationSection({ organization, isOwn }: RegistrationSectionProps) {
  const registrations = organization.registrations?.nodes ?? [];
  const { region } = organization;
  return (
    <>
      {registrations.length === 0 ? (
        <Empty title="还没有报到" />
      ) : (
        <RegistrationRows registrations={registrations} />
      )}
      {isOwn && (
        <div>
          <FormDialog action="报到">
            {(close) => (
              <RegistrationForm
                unit={organization}
                {...(region?.level === "COMMUNITY" ? { community: region.code } : {})}
                onDone={close}
              />
            )}
          </FormDialog>
        </div>
      )}
    </>
  );
}
