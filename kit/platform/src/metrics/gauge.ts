import { Gauge, type Registry } from "prom-client";

/** A gauge whose value is asked for when it is read. */
export interface AskedGauge {
  readonly name: string;
  readonly help: string;
  /** Undefined, also of a promise: not known now, and then nothing is said of it. */
  readonly value: () => number | undefined | Promise<number | undefined>;
}

/** Adds gauges that are asked for their values whenever the registry is read. */
export function addGauges(registry: Registry, gauges: readonly AskedGauge[]): void {
  for (const { name, help, value } of gauges) {
    const collect = async function (this: Gauge): Promise<void> {
      const now = await value();
      if (now === undefined) this.remove();
      else this.set(now);
    };
    registry.registerMetric(new Gauge({ name, help, collect, registers: [] }));
  }
}
