import { StartError } from "@alliance-hub/platform/errors/start-error";
import { ClusterError } from "@alliance-hub/postgres/cluster-error";
import { SupergraphError } from "../standalone/supergraph-file.ts";

/** Whether an error says in a sentence what the person who starts a program can do. */
export function isForeseen(error: unknown): error is Error {
  return (
    error instanceof StartError ||
    error instanceof ClusterError ||
    error instanceof SupergraphError ||
    (error instanceof Error && Reflect.get(error, "code") === "EADDRINUSE")
  );
}
