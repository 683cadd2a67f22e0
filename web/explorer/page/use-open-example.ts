import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import type { Example } from "./examples.ts";
import { laidOut } from "./laid-out.ts";

/**
 * Returns a function that shows an example in its previous tab or in a new one; undefined until the editors are
 * there, for whoever clicked before would get an empty tab.
 */
export function useOpenExample(): ((example: Example) => void) | undefined {
  const { tabs, queryEditor, variableEditor } = useGraphiQL(
    pick("tabs", "queryEditor", "variableEditor"),
  );
  const actions = useGraphiQLActions();
  if (!queryEditor || !variableEditor) return undefined;
  return (example) => {
    const open = tabs.findIndex((tab) => tab.query?.includes(example.query));
    if (open >= 0) {
      actions.changeTab(open);
      return;
    }
    // In GraphiQL 5 you change a tab through the editors, which write to the active tab.
    actions.addTab();
    queryEditor.setValue(example.query);
    variableEditor.setValue(laidOut(example.variables));
  };
}

/** Name of the operation in the active tab, to mark it in the list. */
export function useActiveOperation(): string | undefined {
  const { tabs, activeTabIndex } = useGraphiQL(pick("tabs", "activeTabIndex"));
  return tabs[activeTabIndex]?.operationName ?? undefined;
}
