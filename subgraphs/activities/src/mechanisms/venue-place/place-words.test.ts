import { describe, expect, it } from "@jest/globals";
import { MAX_PLACE_LENGTH, placeWords } from "./place-words.ts";

describe("the place of a venue, in words", () => {
  it("is its title and its address", () => {
    expect(placeWords({ title: "二楼会议室", address: "临江北路 5 号" })).toBe(
      "二楼会议室（临江北路 5 号）",
    );
  });

  it("is its title where there is no address, or it is in the title", () => {
    expect(placeWords({ title: "二楼会议室", address: null })).toBe("二楼会议室");
    expect(placeWords({ title: "二楼会议室", address: " " })).toBe("二楼会议室");
    const title = "临江北路 5 号二楼会议室";
    expect(placeWords({ title, address: "临江北路 5 号" })).toBe(title);
  });

  it("leaves out an address for which there is no room", () => {
    const title = "室".repeat(MAX_PLACE_LENGTH - 5);
    expect(placeWords({ title, address: "路".repeat(3) })).toHaveLength(MAX_PLACE_LENGTH);
    expect(placeWords({ title, address: "路".repeat(4) })).toBe(title);
  });
});
