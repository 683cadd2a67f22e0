import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Addressed, isAddressee } from "../../mechanisms/addressees/addressees.ts";

/** Whether the viewer may read a task: whoever it awaits, and nobody else. */
export function can(viewer: Viewer, _action: "read", task: Addressed): boolean {
  return isAddressee(viewer, task);
}
