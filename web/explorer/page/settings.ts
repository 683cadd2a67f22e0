import type { WorkerFiles } from "./workers.ts";

/** What the server wrote into the page's data attributes. */
export interface Settings {
  endpoint: string;
  examples: string;
  workers: WorkerFiles;
}

/** @throws when an attribute is missing: page and server are then of different builds. */
export function readSettings(root: HTMLElement): Settings {
  const read = (name: string): string => {
    const value = root.dataset[name];
    if (value === undefined) throw new Error(`The page does not say its ${name}.`);
    return value;
  };
  return {
    endpoint: read("endpoint"),
    examples: read("examples"),
    workers: {
      editor: read("editorWorker"),
      json: read("jsonWorker"),
      graphql: read("graphqlWorker"),
    },
  };
}
