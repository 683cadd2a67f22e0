import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import type { Example } from "./examples.ts";

/** Returns a function that shows an example in its previous tab or in a new one. */
export function useOpenExample(): (example: Example) => void {
  const { tabs, queryEditor, variableEditor } = useGraphiQL(
    pick("tabs", "queryEditor", "variableEditor"),
  );
  const actions = useGraphiQLActions();
  return (example) => {
    const open = tabs.findIndex((tab) => tab.query?.includes(example.query));
    if (open >= 0) {
      actions.changeTab(open);
      return;
    }
    // In GraphiQL 5 you change a tab through the editors, which write to the active tab.
    actions.addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(JSON.stringify(example.variables, undefined, 2));
  };
}

/** Name of the operation in the active tab, to mark it in the list. */
export function useActiveOperation(): string | undefined {
  const { tabs, activeTabIndex } = useGraphiQL(pick("tabs", "activeTabIndex"));
  return tabs[activeTabIndex]?.operationName ?? undefined;
}
