import { useState } from "react";
import { ask } from "../../graph/ask.ts";
import {
  type BookingOfListFragment,
  TaskDecideBookingDocument,
} from "../../graph/generated/graphql.ts";
import { queryClient } from "../../graph/query-client.ts";

interface Decision {
  readonly confirm: boolean;
  readonly reason?: string;
}

/** Decides about several requests, one after the other: one that cannot be decided about keeps none from the rest. */
export function useDecideAll() {
  const [isPending, setPending] = useState(false);
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [done, setDone] = useState(0);
  const decide = async (
    bookings: readonly Pick<BookingOfListFragment, "id" | "version">[],
    decision: Decision,
  ): Promise<void> => {
    setPending(true);
    setDone(0);
    const found = new Map<string, string>();
    for (const { id, version } of bookings) {
      const input = { id, version, ...decision, idempotencyKey: crypto.randomUUID() };
      try {
        await ask(TaskDecideBookingDocument, { input });
      } catch (error) {
        found.set(id, (error as Error).message);
      }
    }
    setFaults(found);
    setDone(bookings.length - found.size);
    setPending(false);
    await queryClient.invalidateQueries();
  };
  return { decide, isPending, faults, done };
}
