import { createRoot } from "react-dom/client";
import { readAddress } from "./address.ts";
import { Explorer } from "./explorer.tsx";
import { loadExamples } from "./examples.ts";
import { readSettings } from "./settings.ts";
import { readToken } from "./token.ts";
import { provideWorkers } from "./workers.ts";

const root = document.getElementById("explorer");
if (!root) throw new Error("The page has no #explorer element.");

const settings = readSettings(root);
provideWorkers(settings.workers);
const loaded = await loadExamples(settings.examples, readToken());
createRoot(root).render(
  <Explorer
    endpoint={settings.endpoint}
    address={settings.examples}
    loaded={loaded}
    addressed={readAddress(location.search)}
  />,
);
