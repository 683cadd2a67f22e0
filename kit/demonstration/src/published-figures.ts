import type { RegionLevel } from "@alliance-hub/sharing/place";
import data from "./published-figures.json" with { type: "json" };

/** A figure as published: exact, or "more than", with its parts where the source has them. */
export type PublishedFigure =
  | number
  | {
      readonly value?: number;
      readonly atLeast?: number;
      readonly parts?: Readonly<Record<string, number>>;
      readonly note?: string;
    };

/** What a source says of its place. */
export interface PublishedPlace {
  readonly regions: readonly {
    readonly code: string;
    readonly name: string;
    readonly level: RegionLevel;
    readonly parent?: string;
  }[];
  /** Code of the region that the figures are of. */
  readonly report: string;
  readonly names?: {
    readonly streets?: readonly string[];
    /** Of the one street, or by street. */
    readonly communities?: readonly string[] | Readonly<Record<string, readonly string[]>>;
    readonly demonstration?: readonly string[];
    readonly propertyCompanies?: readonly string[];
    readonly brands?: Readonly<Record<string, string>>;
    readonly venues?: readonly string[];
    readonly themes?: readonly string[];
  };
  readonly themes?: readonly string[];
  readonly functionAreas?: readonly string[];
  /** How often something takes place, such as `monthly`. */
  readonly cadence?: {
    readonly communityCommitteeMeeting?: string;
    readonly jointMeeting?: string;
    readonly contest?: string;
  };
  readonly figures: Readonly<Record<string, PublishedFigure>>;
}

/** The five places. The compiler's type of the file has every key of every place in each of them. */
export const publishedPlaces = data.places as unknown as readonly PublishedPlace[]; // for the reason above

/** First and last day that figures over time are counted in. */
export const publishedPeriod: { readonly from: string; readonly to: string } = data.period;

/** A figure as a number, or undefined where the source has none. */
export function publishedFigure(place: PublishedPlace, name: string): number | undefined {
  const figure = place.figures[name];
  return typeof figure === "object" ? (figure.value ?? figure.atLeast) : figure;
}

/** The parts of a figure by their names; empty where the source has none. */
export function publishedParts(
  place: PublishedPlace,
  name: string,
): Readonly<Record<string, number>> {
  const figure = place.figures[name];
  return typeof figure === "object" ? (figure.parts ?? {}) : {};
}

/** What the source adds to a figure. */
export function publishedNote(place: PublishedPlace, name: string): string {
  const figure = place.figures[name];
  return typeof figure === "object" ? (figure.note ?? "") : "";
}
