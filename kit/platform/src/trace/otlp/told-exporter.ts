import { ExportResultCode } from "@opentelemetry/core";
import type { SpanExporter } from "@opentelemetry/sdk-trace";
import type { Log } from "../../log/log.ts";

/**
 * The exporter, with one line in the log when the collector no longer accepts spans, and one when it accepts
 * them again.
 */
export function toldExporter(
  exporter: SpanExporter,
  log: Pick<Log, "warn" | "info">,
): SpanExporter {
  let isAway = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const failed = result.code !== ExportResultCode.SUCCESS;
        if (failed && !isAway)
          log.warn(
            { fault: result.error?.message },
            "the collector does not accept traces; they are dropped until it does",
          );
        if (!failed && isAway) log.info("the collector accepts traces again");
        isAway = failed;
        done(result);
      }),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}
