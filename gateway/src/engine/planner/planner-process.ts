import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PlanNode } from "@graphql-hive/router-query-planner";
import type { PlanRequest } from "./planner.ts";

/** What the process answers: a plan, or why there is none. */
export type PlanAnswer = { readonly node: PlanNode | undefined } | { readonly fault: string };

/** The process has ended, by itself or because it was made to. */
export class PlannerEnded extends Error {}

/** A process that plans for one supergraph, one operation at a time. */
export interface PlannerProcess {
  /** Resolves when it has read the supergraph. @throws PlannerEnded if it has ended before. */
  readonly ready: Promise<void>;
  /** @throws PlannerEnded if the process has ended meanwhile; Error if there is no plan. */
  plan(request: PlanRequest): Promise<PlanNode | undefined>;
  hasEnded(): boolean;
  kill(): void;
}

const SCRIPT = fileURLToPath(new URL("planner.main.js", import.meta.url));

/** Starts a process; it ends with this one. While it has nothing to do it keeps nobody waiting. */
export function startPlannerProcess(supergraphSdl: string): PlannerProcess {
  const child = fork(SCRIPT, [], {
    execArgv: [],
    env: {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let ended = false;
  const ready = new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code, signal) => {
      ended = true;
      reject(new PlannerEnded(`The planner ended (${signal ?? code}) before it was ready.`));
    });
  });
  ready.catch(ignore);
  // What cannot be sent shows as the process's end.
  child.on("error", () => undefined);
  child.send(supergraphSdl, ignore);
  rest(child);
  return {
    ready,
    plan: async (request) => {
      child.ref();
      child.channel?.ref();
      try {
        const answer = await ask(child, request);
        if ("fault" in answer) throw new Error(answer.fault);
        return answer.node;
      } finally {
        rest(child);
      }
    },
    hasEnded: () => ended,
    kill: () => {
      ended = true;
      child.kill("SIGKILL");
    },
  };
}

function ask(child: ChildProcess, request: PlanRequest): Promise<PlanAnswer> {
  return new Promise((resolve, reject) => {
    const onAnswer = (answer: unknown): void => {
      child.off("exit", onExit);
      resolve(answer as PlanAnswer);
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
      child.off("message", onAnswer);
      reject(
        new PlannerEnded(`The planner ended (${signal ?? code}) while it planned a document.`),
      );
    };
    if (child.exitCode !== null || child.signalCode !== null) {
      onExit(child.exitCode, child.signalCode);
      return;
    }
    child.once("message", onAnswer);
    child.once("exit", onExit);
    child.send(request, ignore);
  });
}

function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function ignore(): void {}
