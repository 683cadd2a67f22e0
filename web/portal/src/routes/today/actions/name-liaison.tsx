import { Link } from "@tanstack/react-router";
import type { TaskActionProps } from "./task-action.ts";

/** Leads to where a unit's liaison is named: it takes a person, whom only whoever names them knows. */
export function NameLiaison({ task: { recordId: id, title } }: TaskActionProps) {
  return (
    <Link
      to="/office/organizations/$id"
      params={{ id }}
      className="button"
      aria-label={`去指定：${title}`}
    >
      去指定
    </Link>
  );
}
