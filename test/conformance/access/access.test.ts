import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { requestContext, askEngine } from "../../support/federation/ask-engine.ts";
import { openEngine } from "../../support/federation/engine.ts";
import { type Stage, openStage } from "../cases/stage.ts";
import { NAMINGS, guardedSubgraphs } from "./graph.ts";

const SIGNED_IN: Viewer = { ...ANONYMOUS, kind: "PERSON", subject: "someone" };
const withScopes = (...scopes: string[]): Viewer => ({ ...SIGNED_IN, kind: "PARTNER", scopes });

describe.each(Object.keys(NAMINGS) as (keyof typeof NAMINGS)[])("access rules %s", (naming) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ subgraphs: guardedSubgraphs(naming), asks: {} }, openEngine);
  });
  afterAll(async () => await stage[Symbol.asyncDispose]());

  const ask = async (query: string, viewer: Viewer = ANONYMOUS, variables = {}) => {
    const { data, errors = [] } = await askEngine(
      stage.engine,
      { query, variables },
      { ...requestContext(), viewer },
    );
    return { data, denied: errors.map(({ path, extensions }) => [path, extensions?.["code"]]) };
  };

  it("a guarded field is null for whoever is not signed in, and the rest answers", async () => {
    expect(await ask("{ shop { name: label boss: owner } }")).toEqual({
      data: { shop: { name: "corner", boss: null } },
      denied: [[["shop", "boss"], "UNAUTHENTICATED"]],
    });
    expect(await ask("{ shop { owner } }", SIGNED_IN)).toEqual({
      data: { shop: { owner: "委员 017" } },
      denied: [],
    });
  });

  it("one set of scopes is enough, and all of it is needed", async () => {
    const query = "query ($of: String) { shop { takings(of: $of) } }";
    const denied = {
      data: { shop: { takings: null } },
      denied: [[["shop", "takings"], "FORBIDDEN"]],
    };
    const allowed = { data: { shop: { takings: 12 } }, denied: [] };
    expect(await ask(query, withScopes("money:read"))).toEqual(allowed);
    expect(await ask(query, withScopes("audit", "all:read"))).toEqual(allowed);
    expect(await ask(query, withScopes("audit"), { of: "today" })).toEqual(denied);
    expect(await ask(query, SIGNED_IN)).toEqual(denied);
  });

  it("each is told their own reason, though they are denied the same", async () => {
    const query = "{ shop { takings secret } }";
    const codes = async (viewer: Viewer): Promise<unknown[]> =>
      (await ask(query, viewer)).denied.map(([, code]) => code);
    for (let number = 0; number < 2; number++) {
      expect(await codes(ANONYMOUS)).toEqual(["UNAUTHENTICATED", "UNAUTHENTICATED"]);
      expect(await codes(SIGNED_IN)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
    }
  });

  it("a policy that nobody can check lets nobody through", async () => {
    expect(await ask("{ shop { secret } }", withScopes("nobody-knows"))).toEqual({
      data: { shop: { secret: null } },
      denied: [[["shop", "secret"], "FORBIDDEN"]],
    });
  });

  it("a guarded type is guarded wherever it is reached", async () => {
    expect(await ask("{ vault { gold } }")).toEqual({
      data: { vault: null },
      denied: [[["vault"], "UNAUTHENTICATED"]],
    });
    // Composition hands the rule of an object on to its interface.
    expect(await ask("{ anything { label } shop { label } }")).toEqual({
      data: { anything: null, shop: { label: "corner" } },
      denied: [[["anything"], "UNAUTHENTICATED"]],
    });
    expect(await ask("{ anything { label } }", SIGNED_IN)).toEqual({
      data: { anything: [{ label: "corner" }, { label: "deep" }] },
      denied: [],
    });
  });

  it("a field that is withheld of an interface says so of each object behind it", async () => {
    const denied = (index: number) => [["places", index, "keeper"], "UNAUTHENTICATED"];
    expect(await ask("{ places { town keeper } }")).toEqual({
      data: {
        places: [
          { town: "东街", keeper: null },
          { town: "西街", keeper: null },
        ],
      },
      denied: [denied(0), denied(1)],
    });
    expect(await ask("{ places { ... on Kiosk { keeper } } }")).toEqual({
      data: { places: [{ keeper: "委员 017" }, {}] },
      denied: [],
    });
  });

  it("a guarded field that cannot be null takes what stands around it", async () => {
    expect(await ask("{ shop { label pieces } }")).toEqual({
      data: { shop: null },
      denied: [[["shop", "pieces"], "UNAUTHENTICATED"]],
    });
    expect(await ask("{ strict { label } shop { label } }")).toEqual({
      data: null,
      denied: [[["strict"], "UNAUTHENTICATED"]],
    });
  });

  it("what is denied is not fetched, and a denied mutation is not done", async () => {
    const calls: string[] = [];
    const { result, journal, calls: made } = await stage.ask({ query: "{ shop { pieces } }" });
    calls.push(...made);
    expect(calls).toEqual(["shops"]);
    expect(result.data).toEqual({ shop: null });
    expect(journal).toEqual([]);
    const mutation = await stage.ask({ query: "mutation { close look }" });
    expect(mutation.journal).toEqual([]);
    expect(mutation.result.data).toEqual({ close: null, look: "around" });
  });
});
