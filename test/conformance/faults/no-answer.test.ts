import {
  type Behaviour,
  hangUp,
  hangUpMidBody,
  json,
  silence,
  text,
} from "@alliance-hub/gateway/engine/transport/testing/http-server";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { askEngine, requestContext } from "../../support/federation/ask-engine.ts";
import { REST, WHOLE, expectFaults } from "./expect-fault.ts";
import { type FaultStage, MOST_BYTES, QUERY, openFaultStage, sound } from "./stage.ts";

/** A page of a proxy in between. */
const PAGE = "<html><body>Bad Gateway</body></html>";

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  "breaks the connection at once": hangUp,
  "breaks it mid-body": hangUpMidBody,
  "answers HTML with status 200": text(PAGE),
  "answers HTML with status 500": text(PAGE, 500),
  "answers HTML with status 404": text(PAGE, 404),
  "answers nothing": text(""),
  "answers more than is read": text(`{"data":"${"a".repeat(2 * MOST_BYTES)}"}`),
  "answers JSON that is no object": json("data"),
  "answers a text as data": json({ data: "data" }),
  "answers a list as data": json({ data: [] }),
  "answers null without errors": json({ data: null }),
  "answers neither data nor errors": json({}),
  "answers a text as errors": json({ data: { open: true }, errors: "wrong" }),
  "answers an object as errors": json({ data: null, errors: { message: "wrong" } }),
  "answers nulls as errors": json({ data: null, errors: [null] }),
};

describe("a subgraph that", () => {
  let stage: FaultStage;
  beforeAll(async () => {
    stage = await openFaultStage();
  });
  afterAll(async () => {
    await stage[Symbol.asyncDispose]();
  });

  it.each(Object.entries(BEHAVIOURS))("%s", async (_shown, behaviour) => {
    stage.stock.behave(behaviour);
    const result = await askEngine(stage.engine, { query: QUERY });
    expect(result.data).toEqual(REST);
    expectFaults(result);
    stage.stock.behave(sound);
    expect(await askEngine(stage.engine, { query: QUERY })).toEqual({ data: WHOLE });
  });

  it("answers errors whose path is no list", async () => {
    const errors = [{ message: "No.", path: "open", extensions: { code: "SHUT" } }];
    stage.stock.behave(json({ data: null, errors }));
    const result = await askEngine(stage.engine, { query: QUERY });
    expect(result.data).toEqual(REST);
    expectFaults(result, "SHUT");
  });

  it("is slow past the deadline", async () => {
    stage.stock.behave(silence);
    const result = await askEngine(stage.engine, { query: "{ open }" }, requestContext(300));
    expect(result.data).toEqual({ open: null });
    expectFaults(result);
    stage.stock.behave(sound);
    expect(await askEngine(stage.engine, { query: QUERY })).toEqual({ data: WHOLE });
  });
});
