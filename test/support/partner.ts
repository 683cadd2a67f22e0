import { randomUUID } from "node:crypto";
import { connectGateway } from "@alliance-hub/gateway/database/database";
import { newPartnerKey } from "@alliance-hub/platform/directory/partner-key";
import { enterPartner, revokePartner } from "@alliance-hub/gateway/identity/partner-key";
import type { TestHub } from "./hub.ts";

/** A partner system of a unit. */
export interface TestPartner {
  readonly key: string;
  /** Revokes its key. */
  revoke(): Promise<void>;
}

/** Enters a partner system. @param organizationId the unit it belongs to. */
export async function createPartner(
  hub: Pick<TestHub, "databaseUrl">,
  organizationId: string,
  scopes: readonly string[],
): Promise<TestPartner> {
  const [key, name] = [newPartnerKey(), randomUUID()];
  await using gateway = await connectGateway(hub.databaseUrl);
  await enterPartner(gateway.rows, { name, organizationId, scopes: [...scopes], key });
  return {
    key,
    revoke: async () => {
      await using again = await connectGateway(hub.databaseUrl);
      await revokePartner(again.rows, name);
    },
  };
}
