/** A picture of a page, as somebody of the demonstration sees it now. */
export interface Picture {
  /** Name of the file, without `.png`. */
  readonly name: string;
  readonly path: string;
  /** Selector of what must be on it for it to be whole. */
  readonly shows: string;
  /** Asks for the record whose id stands for `$id` in the path. */
  readonly finds?: string;
  /** Name of a demonstration person. */
  readonly as: string;
  readonly colorScheme?: "light" | "dark";
  /** Default: 1280 × 800. */
  readonly size?: { readonly width: number; readonly height: number };
}

const LIAISON = "445202-liaison-1";
const SECRETARY = "445202-secretary";

export const PICTURES: readonly Picture[] = [
  { name: "today", path: "/", shows: "text=整个日历", as: LIAISON },
  { name: "resources", path: "/resources?kind=VENUE", shows: "text=/共 \\d+ 项/", as: LIAISON },
  {
    name: "resource",
    path: "/resources/$id",
    shows: "text=用途",
    finds:
      '{ resources(first: 1, filter: { regionCode: "445202", kinds: [VENUE] }) { nodes { id } } }',
    as: LIAISON,
  },
  { name: "calendar", path: "/calendar?view=month", shows: "[role=columnheader]", as: SECRETARY },
  {
    name: "agreement",
    path: "/agreements/$id",
    shows: "text=承诺事项",
    finds: "{ agreements(first: 1, filter: { states: [ACTIVE] }) { nodes { id } } }",
    as: SECRETARY,
  },
  {
    name: "figures",
    path: "/figures?place=445202&from=2022-01-01&to=2023-12-31",
    shows: "text=3932",
    as: SECRETARY,
  },
  { name: "today-dark", path: "/", shows: "text=整个日历", as: SECRETARY, colorScheme: "dark" },
  {
    name: "resources-phone",
    path: "/resources?kind=VENUE",
    shows: "text=/共 \\d+ 项/",
    as: LIAISON,
    size: { width: 390, height: 844 },
  },
];
