/** What a run of subscribers comes to. Latencies in milliseconds, from just before the commit. */
export interface Tally {
  readonly lost: number;
  readonly duplicated: number;
  /** Updates that came behind one that they should have come before. */
  readonly disordered: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

const ID = '"activityUpdates":{"id":"';
const ID_LENGTH = 36;
const AT = '"occurredAt":"';

/** Takes down what each subscriber is told, and when. */
export class Recorder {
  readonly #numbers = new Map<string, { readonly number: number; readonly at: number }>();
  readonly #told: number[][];
  #latencies: number[] = [];
  /** Deliveries to all subscribers so far. */
  count = 0;

  constructor(subscribers: number) {
    this.#told = Array.from({ length: subscribers }, () => []);
  }

  /** @param text a message in which an update stands, as JSON. */
  record(subscriber: number, text: string): void {
    const now = Date.now();
    const start = text.indexOf(ID);
    if (start < 0) return;
    const id = text.slice(start + ID.length, start + ID.length + ID_LENGTH);
    let known = this.#numbers.get(id);
    if (!known) {
      const at = text.indexOf(AT) + AT.length;
      const occurredAt = Date.parse(text.slice(at, text.indexOf('"', at)));
      known = { number: this.#numbers.size, at: occurredAt };
      this.#numbers.set(id, known);
    }
    this.#told[subscriber]?.push(known.number);
    this.#latencies.push(now - known.at);
    this.count += 1;
  }

  /** Compares what was told with the log. @param ids of the log, in order. */
  tally(ids: readonly string[]): Tally {
    const places = new Map(ids.map((id, place) => [this.#numbers.get(id)?.number ?? -1, place]));
    let [lost, duplicated, disordered] = [0, 0, 0];
    for (const told of this.#told) {
      const seen = new Set<number>();
      let last = -1;
      for (const number of told) {
        const place = places.get(number);
        if (place === undefined) continue;
        if (seen.has(place)) duplicated += 1;
        else if (place < last) disordered += 1;
        seen.add(place);
        last = Math.max(last, place);
      }
      lost += ids.length - seen.size;
    }
    const sorted = Float64Array.from(this.#latencies).toSorted();
    const at = (share: number): number =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    return { lost, duplicated, disordered, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
  }
}
