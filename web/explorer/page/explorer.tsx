import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import { useMemo } from "react";
import type { AddressedOperation } from "./address.ts";
import { ChooseOperation } from "./choose-operation.tsx";
import { EXAMPLES_PLUGIN } from "./examples-plugin.tsx";
import type { Example } from "./examples.ts";
import { createFetcher } from "./fetcher.ts";
import { FollowPerson } from "./follow-person.tsx";
import { TopBar } from "./top-bar.tsx";
import { Examples, useExamplesOf } from "./use-examples.ts";

// Short lines: the editor is narrow on a small screen.
const greeting = `# 从左侧「示例」选一个操作，按 ▶ 运行
# Choose an example on the left,
# then press ▶ (Ctrl-Enter) to run it

`;

const PLUGINS = [EXAMPLES_PLUGIN, HISTORY_PLUGIN];

interface ExplorerProps {
  endpoint: string;
  /** Where examples come from, and those that were there at first. */
  address: string;
  loaded: readonly Example[];
  /** What the address brings along. */
  addressed: AddressedOperation | undefined;
}

/** The page: a bar for the token above GraphiQL, whose first panel lists the examples. */
export function Explorer({ endpoint, address, loaded, addressed }: ExplorerProps) {
  const fetcher = useMemo(() => createFetcher(endpoint), [endpoint]);
  const examples = useExamplesOf(address, loaded);
  const first = loaded.find((example) => Object.keys(example.variables).length === 0);
  return (
    <Examples value={examples}>
      <TopBar />
      {/* No headers editor: GraphiQL's history keeps headers in local storage, tokens included. */}
      <GraphiQL
        fetcher={fetcher}
        plugins={PLUGINS}
        visiblePlugin={EXAMPLES_PLUGIN}
        {...(addressed && {
          initialQuery: addressed.query,
          initialVariables: addressed.variables,
        })}
        defaultQuery={greeting + (first?.query ?? "")}
        defaultEditorToolsVisibility="variables"
        isHeadersEditorEnabled={false}
        shouldPersistHeaders={false}
        schemaDescription
        inputValueDeprecation
      >
        <FollowPerson />
        {addressed?.operationName && <ChooseOperation name={addressed.operationName} />}
        <GraphiQL.Logo>
          <span />
        </GraphiQL.Logo>
      </GraphiQL>
    </Examples>
  );
}
