import { Link } from "@tanstack/react-router";

interface OrganizationLinkProps {
  /** As the hub gives it; null where there is none, or none that the viewer may see. */
  readonly organization: { readonly id: string; readonly name: string } | null | undefined;
  /** What stands where there is none. Default: a dash. */
  readonly none?: string;
}

/** A unit's name, which leads to its page. */
export function OrganizationLink({ organization, none = "—" }: OrganizationLinkProps) {
  if (!organization) return none;
  return (
    <Link to="/organizations/$id" params={{ id: organization.id }}>
      {organization.name}
    </Link>
  );
}
