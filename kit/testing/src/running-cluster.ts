import type { Cluster } from "@alliance-hub/postgres/cluster";

/** The cluster of this test run, handed from Jest's global setup to its teardown. */
export const running: { cluster?: Cluster; directory?: string } = {};
