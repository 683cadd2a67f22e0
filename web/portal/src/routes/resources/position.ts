/** A point, in degrees. */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

/** How long a browser may take to find out, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Where the browser is, to about ten metres; undefined where it does not know or nobody allows it to say. */
export function findPosition(): Promise<Position | undefined> {
  return new Promise((settle) => {
    if (!("geolocation" in navigator)) return settle(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        settle({ longitude: rounded(coords.longitude), latitude: rounded(coords.latitude) }),
      () => settle(undefined),
      { timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  });
}

const rounded = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** A point as an address or a person writes it, `116.367,23.525`; undefined if it is none. */
export function readPosition(text: string): Position | undefined {
  const [longitude, latitude, ...more] = text
    .split(/[,，\s]+/)
    .filter(Boolean)
    .map(Number);
  if (longitude === undefined || latitude === undefined || more.length > 0) return undefined;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
    ? { longitude, latitude }
    : undefined;
}

export const writePosition = ({ longitude, latitude }: Position): string =>
  `${longitude},${latitude}`;
