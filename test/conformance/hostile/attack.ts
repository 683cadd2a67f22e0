import { setImmediate } from "node:timers/promises";
import type { Engine } from "@alliance-hub/gateway/engine/engine";
import { GraphQLError, parse, validate } from "graphql";
import { requestContext } from "../../support/federation/ask-engine.ts";

/** When a document is given up that is neither planned nor rejected, in milliseconds: far beyond the budget. */
const GIVEN_UP_AFTER_MS = 60_000;

/** What became of a document, and how many other requests were answered meanwhile. */
export interface Attack {
  readonly outcome: "planned" | "rejected" | "failed" | "held up";
  /** What the error says; empty for a document that was planned. */
  readonly message: string;
  readonly answeredMeanwhile: number;
}

/** Has a valid document planned while another operation, prepared before, is asked again and again. */
export async function attack(engine: Engine, source: string): Promise<Attack> {
  const other = "{ word0 word1 }";
  const prepared = await engine.prepare({ source: other, document: parse(other) });
  let outcome: Attack["outcome"] = "held up";
  let message = "";
  let isOver = false;
  void rejectOrPlan(engine, source).then((end) => {
    [outcome, message] = end;
    isOver = true;
  });
  let answeredMeanwhile = 0;
  const startedAt = performance.now();
  while (!isOver && performance.now() - startedAt < GIVEN_UP_AFTER_MS) {
    const { data } = await prepared.execute({}, requestContext());
    // What is planned elsewhere comes back through the event loop, as requests do.
    await setImmediate();
    if (data?.["word0"] === "word") answeredMeanwhile += 1;
  }
  return { outcome, message, answeredMeanwhile };
}

async function rejectOrPlan(
  engine: Engine,
  source: string,
): Promise<readonly [Attack["outcome"], string]> {
  try {
    const document = parse(source);
    const [fault] = validate(engine.apiSchema(), document);
    if (fault) return ["rejected", fault.message];
    await engine.prepare({ source, document });
    return ["planned", ""];
  } catch (error) {
    const isClear = error instanceof GraphQLError && error.extensions["code"] !== undefined;
    return [isClear ? "rejected" : "failed", error instanceof Error ? error.message : ""];
  }
}
