import { readFileSync } from "node:fs";
import { join } from "node:path";

const subgraphs = JSON.parse(
  readFileSync(new URL("schema/subgraphs.json", import.meta.url), "utf8"),
);

/** One project per workspace: what is tested is what `npm run build` made. */
const project = (name, folder = name, tests = "dist/**/*.test.js") => ({
  displayName: name,
  rootDir: import.meta.dirname,
  testMatch: [`<rootDir>/${folder}/${tests}`],
  transform: {},
  testEnvironment: "node",
  testRunner: "<rootDir>/test/dist/support/jest/run-natively.js",
  modulePathIgnorePatterns: ["<rootDir>/.hub"],
  globalSetup: "<rootDir>/test/dist/support/start-cluster.js",
  globalTeardown: "<rootDir>/test/dist/support/stop-cluster.js",
});

export default {
  testSequencer: join(import.meta.dirname, "test/dist/support/jest/longest-first.js"),
  // One more than the cores of a small machine: a test waits a good deal, for processes and for PostgreSQL.
  maxWorkers: 3,
  testTimeout: 120_000,
  // A worker whose memory has grown is replaced, and has time to give it back.
  workerIdleMemoryLimit: "1GB",
  workerGracefulExitTimeout: 10_000,
  projects: [
    ...["postgres", "sharing", "testing", "platform", "updates", "backup", "demonstration"].map(
      (name) => project(name, `kit/${name}`),
    ),
    ...subgraphs.map(({ name }) => project(name, `subgraphs/${name}`)),
    project("gateway"),
    // Its build is a bundle of pages: what needs no page is tested as it is written, by Node's own stripping of types.
    project("portal", "web/portal", "src/**/*.test.ts"),
    project("test"),
  ],
};
