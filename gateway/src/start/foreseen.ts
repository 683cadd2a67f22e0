import { StartError } from "@alliance-hub/platform/errors/start-error";
import { ClusterError } from "@alliance-hub/postgres/cluster-error";
import { SupergraphError } from "../standalone/supergraph-file.ts";

/** Whether an error says by itself, in a sentence, what a person who starts a program can do about it. */
export function isForeseen(error: unknown): error is Error {
  return (
    error instanceof StartError ||
    error instanceof ClusterError ||
    error instanceof SupergraphError ||
    (error instanceof Error && Reflect.get(error, "code") === "EADDRINUSE")
  );
}
