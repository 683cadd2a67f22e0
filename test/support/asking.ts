import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { ask } from "./ask.ts";
import type { TestHub } from "./hub.ts";
import { person } from "./people.ts";

/** Sends requests to a hub in another process as the demonstration people. @param dataDirectory of that hub. */
export async function askAt(url: string, dataDirectory: string): Promise<Pick<TestHub, "ask">> {
  const issuer = await openDemonstrationIssuer(dataDirectory);
  return {
    ask: async (query, variables, as) =>
      await ask(url, {
        query,
        ...(variables ? { variables } : {}),
        ...(as === undefined ? {} : { token: await issuer.token(person(as).subject) }),
      }),
  };
}
