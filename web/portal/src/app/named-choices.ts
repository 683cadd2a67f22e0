import { CommitteeNameDocument, OrganizationNameDocument } from "../graph/generated/graphql.ts";
import { useAsk } from "../graph/query-client.ts";
import { namesOf } from "./own-committees.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The viewer's own units or committees as a filter offers them, and the one that the address names, which may be
 * another: a link can lead to a list of any of them.
 */
export function useNamedChoices(
  kind: "organization" | "committee",
  own: readonly Named[],
  named: string | undefined,
): Readonly<Record<string, string>> {
  const isOther = named !== undefined && !own.some(({ id }) => id === named);
  const variables = { id: named ?? "" };
  const unit = useAsk(OrganizationNameDocument, variables, {
    isEnabled: isOther && kind === "organization",
  });
  const committee = useAsk(CommitteeNameDocument, variables, {
    isEnabled: isOther && kind === "committee",
  });
  const other = kind === "organization" ? unit.data?.organization : committee.data?.committee;
  return { ALL: "全部", ...namesOf(own), ...(isOther && other ? { [other.id]: other.name } : {}) };
}
