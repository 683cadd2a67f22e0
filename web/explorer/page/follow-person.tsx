import { pick, useGraphiQL } from "@graphiql/react";
import { useEffect, useRef } from "react";
import { laidOut } from "./laid-out.ts";
import { useExamples } from "./use-examples.ts";

/**
 * Whoever puts in the token of somebody else finds that person's records in the tabs with examples, too: in each
 * tab once it is looked at. Variables that somebody has changed stay.
 */
export function FollowPerson() {
  const { tabs, activeTabIndex, variableEditor } = useGraphiQL(
    pick("tabs", "activeTabIndex", "variableEditor"),
  );
  const examples = useExamples();
  /** All variables that an example has had since the page was opened, by its name. */
  const given = useRef(new Map<string, Set<string>>());
  const tab = tabs[activeTabIndex];
  const { id, query } = tab ?? {};
  useEffect(() => {
    for (const { name, variables } of examples) {
      const known = given.current.get(name) ?? new Set();
      given.current.set(name, known.add(laidOut(variables)));
    }
    const example = examples.find((one) => query?.includes(one.query));
    if (!example || !variableEditor) return;
    const shown = variableEditor.getValue();
    const wanted = laidOut(example.variables);
    if (shown !== wanted && given.current.get(example.name)?.has(shown))
      variableEditor.setValue(wanted);
  }, [examples, id, query, variableEditor]);
  return null;
}
