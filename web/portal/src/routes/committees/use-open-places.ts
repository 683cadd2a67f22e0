import { useState } from "react";
import { CommitteeTreePathDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";

/** Which places are open, and how one is opened or closed. */
export interface OpenPlaces {
  readonly codes: ReadonlySet<string>;
  readonly toggle: (code: string) => void;
}

interface Chain {
  readonly code: string;
  readonly parent?: Chain | null;
}

const codesOf = (chain: Chain | null | undefined): string[] =>
  chain ? [chain.code, ...codesOf(chain.parent)] : [];

/**
 * The place that the address names is open, with those above it, and whatever somebody has opened besides.
 *
 * @param onOpen told of the place that was opened last, for the address.
 */
export function useOpenPlaces(
  place: string | undefined,
  onOpen: (code: string | undefined) => void,
): OpenPlaces {
  const { data } = useAsk(
    CommitteeTreePathDocument,
    { code: place ?? "" },
    { isEnabled: place !== undefined, keepsPrevious: true },
  );
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const above = codesOf(data?.region);
  const codes = new Set(above);
  for (const [code, isOpen] of chosen) {
    if (isOpen) codes.add(code);
    else codes.delete(code);
  }
  const toggle = (code: string): void => {
    const opens = !codes.has(code);
    setChosen((before) => new Map(before).set(code, opens));
    // Of a place that is closed, the one above it is left open.
    onOpen(opens ? code : above[above.indexOf(code) + 1]);
  };
  return { codes, toggle };
}
