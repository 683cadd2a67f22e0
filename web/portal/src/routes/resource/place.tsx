import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { AMENITIES } from "../../words/place.ts";

/** Where a venue is and what it has. */
export function Place({ venue }: { readonly venue: ResourceOfPageFragment["venue"] }) {
  if (venue === null) return null;
  const { seats, areaSquareMetres, barrierFree, amenities } = venue;
  return (
    <>
      <WhereTo venue={venue} />
      {(seats !== null || areaSquareMetres !== null) && (
        <>
          <dt>大小</dt>
          <dd>
            {[
              seats !== null && `${seats} 座`,
              areaSquareMetres !== null && `${areaSquareMetres} 平方米`,
            ]
              .filter(Boolean)
              .join("，")}
          </dd>
        </>
      )}
      {barrierFree !== null && (
        <>
          <dt>无障碍</dt>
          <dd>{barrierFree ? "有无障碍通道" : "没有无障碍通道"}</dd>
        </>
      )}
      {amenities.length > 0 && (
        <>
          <dt>便民设施</dt>
          <dd>{amenities.map((one) => AMENITIES[one]).join("、")}</dd>
        </>
      )}
    </>
  );
}

type Venue = NonNullable<ResourceOfPageFragment["venue"]>;

/** Where one goes, and whom one calls at its door. */
export function WhereTo({
  venue,
}: {
  readonly venue: Pick<Venue, "address" | "officePhone"> | null;
}) {
  if (venue === null) return null;
  const { address, officePhone } = venue;
  return (
    <>
      {address !== null && (
        <>
          <dt>地址</dt>
          <dd>{address}</dd>
        </>
      )}
      {officePhone !== null && (
        <>
          <dt>办公电话</dt>
          <dd>
            <a href={`tel:${officePhone}`}>{officePhone}</a>
          </dd>
        </>
      )}
    </>
  );
}
