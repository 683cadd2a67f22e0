import { HubError } from "@alliance-hub/platform/errors/hub-error";

/** Whether a client's token or key was found to be invalid. It stays invalid. */
export function isUnauthenticated(error: unknown): boolean {
  return error instanceof HubError && error.code === "UNAUTHENTICATED";
}
