import type { Adapter, AdapterPayload } from "oidc-provider";

/** Where an issuer keeps what it has given, for one test. */
export class MemoryAdapter implements Adapter {
  readonly #records: Map<string, AdapterPayload>;
  readonly #kind: string;

  constructor(kind: string, records: Map<string, AdapterPayload>) {
    this.#kind = kind;
    this.#records = records;
  }

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.#records.set(this.#key(id), payload);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#records.get(this.#key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.#records.values()].find((payload) => payload.uid === uid);
  }

  async findByUserCode(): Promise<undefined> {
    // Devices without a keyboard do not sign in here.
  }

  async consume(id: string): Promise<void> {
    const payload = this.#records.get(this.#key(id));
    if (payload) payload["consumed"] = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#records.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of this.#records)
      if (payload.grantId === grantId) this.#records.delete(key);
  }

  #key(id: string): string {
    return `${this.#kind}:${id}`;
  }
}
