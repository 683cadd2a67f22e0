import { ContactCardOwnerDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import type { ContactCardSearch } from "./search.ts";

/** The name of the unit or committee whose cards are listed; undefined where all are. */
export function useOwnerName({ unit, committee }: ContactCardSearch): string | undefined {
  const [isOfUnit, isOfCommittee] = [unit !== undefined, committee !== undefined];
  const { data } = useAsk(
    ContactCardOwnerDocument,
    { unit: unit ?? "", committee: committee ?? "", isOfUnit, isOfCommittee },
    { isEnabled: isOfUnit || isOfCommittee },
  );
  if (!isOfUnit && !isOfCommittee) return undefined;
  return (data?.organization ?? data?.committee)?.name;
}
