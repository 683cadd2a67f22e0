import { Gauge, type Registry } from "prom-client";

/** A gauge whose value is computed when it is read. */
export interface AskedGauge {
  readonly name: string;
  readonly help: string;
  /** Undefined, or a promise of undefined, if the value is not known now. The gauge is then left out. */
  readonly value: () => number | undefined | Promise<number | undefined>;
}

/** Adds gauges whose values are computed whenever the registry is read. */
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
