/**
 * A second hub for the tests: it takes what the test wants, says so in one line and holds it until its input
 * ends.
 */
import { once } from "node:events";
import { createCluster } from "./cluster.ts";
import { messageOf } from "./cluster-error.ts";
import { lockFolder } from "./folder-lock.ts";

const [what, directory = ""] = process.argv.slice(2);
try {
  if (what === "lock") {
    await lockFolder(directory);
    console.log("locked");
  } else {
    const cluster = await createCluster({ directory, settings: { fsync: "off" } });
    console.log(cluster.adminUrl);
  }
} catch (error) {
  console.log(messageOf(error));
}
process.stdin.resume();
await once(process.stdin, "end");
