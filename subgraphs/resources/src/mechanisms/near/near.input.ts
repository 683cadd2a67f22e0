import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { Field, Float, InputType, Int } from "type-graphql";

const METRES = countLimit(
  {
    zh: "多少米以内；800 米约为十分钟路程",
    en: "Within how many metres; 800 are about ten minutes on foot",
  },
  { most: 100_000 },
);

/** What the point of a search takes. */
export const NEAR_LIMITS = {
  longitude: countLimit(
    { zh: "经度（度）", en: "Longitude, in degrees" },
    { least: -180, most: 180 },
  ),
  latitude: countLimit({ zh: "纬度（度）", en: "Latitude, in degrees" }, { least: -90, most: 90 }),
  metres: METRES,
};

@InputType("NearInput", { description: "某一点附近。Around a point." })
export class NearInput {
  @Field(() => Float, NEAR_LIMITS.longitude) longitude: number;
  @Field(() => Float, NEAR_LIMITS.latitude) latitude: number;
  @Field(() => Int, METRES) metres: number;
}
