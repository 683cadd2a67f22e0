import { Link } from "@tanstack/react-router";

interface OrganizationLinkProps {
  /** As the hub gives it; null where there is none, or none that the viewer may see. */
  readonly organization: { readonly id: string; readonly name: string } | null | undefined;
}

/** A unit's name, which leads to its page. */
export function OrganizationLink({ organization }: OrganizationLinkProps) {
  if (!organization) return "—";
  return (
    <Link to="/organizations/$id" params={{ id: organization.id }}>
      {organization.name}
    </Link>
  );
}
