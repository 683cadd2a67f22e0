import type { PortalRoute } from "./assets.ts";

/** The route that an address belongs to: the one that says most of it word for word. */
export function routeOf(routes: readonly PortalRoute[], pathname: string): PortalRoute | undefined {
  const parts = pathname.split("/");
  const isOf = ({ path }: PortalRoute): boolean => {
    const wanted = path.split("/");
    return (
      wanted.length === parts.length &&
      wanted.every((one, at) => one.startsWith("$") || one === parts[at])
    );
  };
  const variables = ({ path }: PortalRoute): number => path.split("$").length;
  return routes.filter(isOf).toSorted((one, other) => variables(one) - variables(other))[0];
}
