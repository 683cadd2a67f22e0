import type { OrganizationFieldProps } from "./fields/organization-field.tsx";
import { later } from "./later.tsx";
export type { ChosenOrganization } from "./fields/organization-field.tsx";
/** A unit: found by a part of its name. */
export const OrganizationField = later<OrganizationFieldProps>(
  async () => (await import("./fields/organization-field.tsx")).OrganizationField,
);
