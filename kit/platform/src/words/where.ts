/** What a reader may know of where an activity is. */
export interface Whereabouts {
  /** The venue's present name; null where there is none, or none that the reader may see. */
  readonly venue: { readonly title: string | null } | null;
  /** The host's words, or the venue's name and address when it was chosen. */
  readonly place: string | null;
}

/** Where an activity is, in one line: the venue, and beside it what the host says of it, such as which door. */
export function whereWords({ venue, place }: Whereabouts): string | null {
  const title = venue?.title ?? null;
  if (title === null || place === null) return title ?? place;
  return place.startsWith(title) ? place : `${title} · ${place}`;
}
