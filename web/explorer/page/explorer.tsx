import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import { useMemo } from "react";
import type { AddressedOperation } from "./address.ts";
import { ChooseOperation } from "./choose-operation.tsx";
import { createExamplesPlugin } from "./examples-plugin.tsx";
import type { Example } from "./examples.ts";
import { createFetcher } from "./fetcher.ts";
import { TopBar } from "./top-bar.tsx";

// Short lines: the editor is narrow on a small screen.
const greeting = `# 从左侧「示例」选一个操作，按 ▶ 运行
# Choose an example on the left,
# then press ▶ (Ctrl-Enter) to run it

`;

interface ExplorerProps {
  endpoint: string;
  examples: readonly Example[];
  /** What the address brings along. */
  addressed: AddressedOperation | undefined;
}

/** The page: a bar for the token above GraphiQL, whose first panel lists the examples. */
export function Explorer({ endpoint, examples, addressed }: ExplorerProps) {
  const fetcher = useMemo(() => createFetcher(endpoint), [endpoint]);
  const plugin = useMemo(() => createExamplesPlugin(examples), [examples]);
  const plugins = useMemo(() => [plugin, HISTORY_PLUGIN], [plugin]);
  const first = examples.find((example) => Object.keys(example.variables).length === 0);
  return (
    <>
      <TopBar />
      {/* No headers editor: GraphiQL's history keeps headers in local storage, tokens included. */}
      <GraphiQL
        fetcher={fetcher}
        plugins={plugins}
        visiblePlugin={plugin}
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
        {addressed?.operationName && <ChooseOperation name={addressed.operationName} />}
        <GraphiQL.Logo>
          <span />
        </GraphiQL.Logo>
      </GraphiQL>
    </>
  );
}
