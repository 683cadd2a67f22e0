import { createContext, useContext, useEffect, useState } from "react";
import { type Example, loadExamples } from "./examples.ts";
import { readToken, watchToken } from "./token.ts";

/** The examples, for the panel that GraphiQL shows. */
export const Examples = createContext<readonly Example[]>([]);

export function useExamples(): readonly Example[] {
  return useContext(Examples);
}

/** The examples as they were loaded, and again for each other token. */
export function useExamplesOf(address: string, loaded: readonly Example[]): readonly Example[] {
  const [examples, setExamples] = useState(loaded);
  useEffect(() => {
    let latest = "";
    return watchToken(() => {
      const token = readToken();
      latest = token;
      void loadExamples(address, token).then((found) => {
        // An answer for a token that has been replaced comes too late.
        if (token === latest && found.length > 0) setExamples(found);
      });
    });
  }, [address]);
  return examples;
}
