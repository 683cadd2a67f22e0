import { readFile } from "node:fs/promises";
import { expect, it } from "@jest/globals";
import { type Metrics, createMetrics } from "./metrics.ts";

const guide = new URL("../../../../docs/operations.md", import.meta.url);

/** All metrics, including gauges that are watched. */
function wholeMetrics(): Metrics {
  const metrics = createMetrics();
  metrics.watchStreams({
    open: () => 0,
    sharedSubscriptions: () => 0,
    catchUps: { inProgress: 0, queued: 0 },
  });
  metrics.watchAdmission({ inProgress: 0, queued: 0, turnedAway: 0 });
  metrics.watchBacklog({ readBacklog: () => Promise.reject(new Error("away")) });
  return metrics;
}

/** Rows of the guide's table of metrics. */
async function documented(): Promise<string[]> {
  const text = await readFile(guide, "utf8");
  const table = text.slice(text.indexOf("## Metrics"), text.indexOf("## Log"));
  return [...table.matchAll(/^\| `(hub_\w+)` +\| (\w+) +\| (.*?) *\|/gm)].map(
    ([, name, type, labels]) => `${name} ${type} ${labels}`,
  );
}

it("has the figures that the guide for operators names, each with its type and labels", async () => {
  const { registry } = wholeMetrics();
  const known = registry.getMetricsAsArray().flatMap((metric) => {
    const labels = (Reflect.get(metric, "labelNames") as string[]).map((label) => `\`${label}\``);
    // The types of prom-client say a number; it is a word.
    const type = String(metric.type);
    return metric.name.startsWith("hub_") ? [`${metric.name} ${type} ${labels.join(", ")}`] : [];
  });
  expect(known.toSorted()).toEqual((await documented()).toSorted());
  const text = await registry.metrics();
  expect(text).toMatch(/^nodejs_eventloop_lag_seconds \d/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d/m);
});

it("has whatever the guide's alerts look at", async () => {
  const text = await readFile(guide, "utf8");
  const rules = text.slice(text.indexOf("## What to watch"));
  const asked = new Set(rules.match(/\b(?:hub|nodejs|process)_[a-z0-9_]+/g));
  const { registry } = wholeMetrics();
  const known = registry.getMetricsAsArray().map(({ name }) => name);
  expect([...asked].filter((name) => !known.includes(name.replace(/_bucket$/, "")))).toEqual([]);
  expect(asked.size).toBeGreaterThan(8);
});
