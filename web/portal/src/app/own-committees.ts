import { OwnCommitteesDocument, type OwnCommitteesQuery } from "../graph/generated/graphql.ts";
import { useAsk } from "../graph/query-client.ts";
import { unitsOf, useViewer } from "./viewer.ts";

/** A committee as choices show it. */
export interface OwnCommittee {
  readonly id: string;
  readonly name: string;
  /** Whether the viewer is its secretary, or the secretary of one above it. */
  readonly isRun: boolean;
}

/** The viewer's committees: those that they run, and those that their units are members of. */
export function useOwnCommittees(): readonly OwnCommittee[] | undefined {
  const viewer = useViewer();
  const isSomebody = unitsOf(viewer).length > 0 || (viewer?.roles.length ?? 0) > 0;
  const { data } = useAsk(OwnCommitteesDocument, {}, { isEnabled: isSomebody });
  if (viewer && !isSomebody) return [];
  return data && ownCommitteesOf(data);
}

/** By name as choices take it. */
export const namesOf = (
  committees: readonly { readonly id: string; readonly name: string }[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(committees.map(({ id, name }) => [id, name]));

function ownCommitteesOf({ viewer }: OwnCommitteesQuery): readonly OwnCommittee[] {
  const found = new Map<string, OwnCommittee>();
  for (const { role, committee } of viewer?.roles ?? []) {
    if (!committee) continue;
    const isRun = role === "SECRETARY" || role === "DEPUTY";
    found.set(committee.id, { id: committee.id, name: committee.name, isRun });
    if (!isRun) continue;
    for (const { id, name, parent } of committee.region?.committees.nodes ?? []) {
      const isBelow = parent?.id === committee.id || parent?.parent?.id === committee.id;
      if (isBelow) found.set(id, { id, name, isRun });
    }
  }
  for (const { memberships } of viewer?.organizations ?? []) {
    for (const { committee } of memberships?.nodes ?? []) {
      if (committee && !found.has(committee.id))
        found.set(committee.id, { id: committee.id, name: committee.name, isRun: false });
    }
  }
  return [...found.values()];
}
