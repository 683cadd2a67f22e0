/** What an issue begins with, as the page that leads here knows it. */
export interface RaiseSearch {
  readonly committee?: string | undefined;
  /** The meeting or activity at which it is raised. */
  readonly activity?: string | undefined;
}

export function readRaiseSearch({ committee, activity }: Record<string, unknown>): RaiseSearch {
  return {
    ...(typeof committee === "string" ? { committee } : {}),
    ...(typeof activity === "string" ? { activity } : {}),
  };
}
