import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Addressed, isAddressee } from "../../mechanisms/addressees/addressees.ts";

/** Whether the viewer may read a notice: whoever is told, and nobody else. */
export function can(viewer: Viewer, _action: "read", notice: Addressed): boolean {
  return isAddressee(viewer, notice);
}
