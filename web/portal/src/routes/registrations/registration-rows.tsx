import type { RegistrationPartsFragment } from "../../graph/generated/graphql.ts";
import { RegistrationRow } from "./registration-row.tsx";

interface RegistrationRowsProps {
  readonly registrations: readonly RegistrationPartsFragment[];
}

export function RegistrationRows({ registrations }: RegistrationRowsProps) {
  return (
    <ul className="rows">
      {registrations.map((registration) => (
        <RegistrationRow key={registration.id} registration={registration} />
      ))}
    </ul>
  );
}
