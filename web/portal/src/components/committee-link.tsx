import { Link } from "@tanstack/react-router";

interface CommitteeLinkProps {
  readonly committee: { readonly id: string; readonly name: string } | null | undefined;
}

/** A committee's name, which leads to its page. */
export function CommitteeLink({ committee }: CommitteeLinkProps) {
  if (!committee) return "—";
  return (
    <Link to="/committees/$id" params={{ id: committee.id }}>
      {committee.name}
    </Link>
  );
}
