/** Addresses of Monaco's background scripts, on this origin. */
export interface WorkerFiles {
  editor: string;
  json: string;
  graphql: string;
}

/** Must run before an editor is made; otherwise Monaco falls back to the page's own thread. */
export function provideWorkers(files: WorkerFiles): void {
  window.MonacoEnvironment = {
    getWorker(_id: string, label: string) {
      const file =
        label === "json" ? files.json : label === "graphql" ? files.graphql : files.editor;
      return new Worker(file, { type: "module", name: label });
    },
  };
}
