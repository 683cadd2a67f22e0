import { ask, nodesOf } from "../../support/ask.ts";
import type { Peer } from "../peer.ts";

/** A place of the measuring district that pages are asked for. */
export interface Place {
  readonly code: string;
  readonly level: "STREET" | "COMMUNITY";
}

const QUERY = `{
  regions(filter: { within: "990001", levels: [STREET, COMMUNITY] }, first: 100) {
    nodes { code level }
  }
}`;

/** The measuring district's streets and communities. @throws Error if it has not been loaded. */
export async function placesOf({ port }: Peer): Promise<Place[]> {
  const { data } = await ask(`http://127.0.0.1:${port}`, { query: QUERY });
  const places = nodesOf(data, "regions") as unknown as Place[]; // what the document asks for
  if (places.length === 0)
    throw new Error("There is no measuring data. The benchmark loads it with npm run demo.");
  return places;
}
