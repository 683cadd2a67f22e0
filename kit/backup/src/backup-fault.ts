import { StartError } from "@alliance-hub/platform/errors/start-error";

/**
 * Why a backup cannot be made, read or restored: what is wrong, the rule and the way out, in words for a
 * person.
 */
export class BackupFault extends StartError {
  override readonly name = "BackupFault";
}
