import { describe, expect, it } from "@jest/globals";
import { type AgreementText, contentHash } from "./content-hash.ts";

describe("the content hash", () => {
  const text: AgreementText = {
    title: "共建协议",
    termFrom: "2026-01-01",
    termTo: "2026-12-31",
    committeeId: "k",
    parties: ["a", "b"],
    commitments: [
      { organizationId: "a", clause: "会议室", resourceId: null, timesPerYear: 12 },
      { organizationId: "b", clause: "义诊", resourceId: "r", timesPerYear: null },
    ],
  };

  it("is the SHA-256 of the canonical JSON", () => {
    // printf '%s' '{"commitments":[],"committeeId":"k","parties":["a","b"],"termFrom":"2026-01-01","termTo":"2026-12-31","title":"T"}' | sha256sum
    expect(contentHash({ ...text, title: "T", commitments: [] })).toBe(
      "7fefc5d2d2e0c9b953a244f7eb08d7c0e6eae21589057da0deb34926647c4d19",
    );
  });

  it("does not depend on the order in which fields were put in, nor on other fields", () => {
    const { title, termFrom, termTo, committeeId, parties, commitments } = text;
    const turned = { title, termTo, termFrom, state: "ACTIVE", parties, committeeId, commitments };
    expect(contentHash(turned)).toBe(contentHash(text));
  });

  it.each<[string, Partial<AgreementText>]>([
    ["title", { title: "共建协议 " }],
    ["first day", { termFrom: "2026-01-02" }],
    ["last day", { termTo: "2026-12-30" }],
    ["committee", { committeeId: "l" }],
    ["order of the parties", { parties: ["b", "a"] }],
    ["order of the commitments", { commitments: text.commitments.toReversed() }],
    ["clause", { commitments: text.commitments.map((each) => ({ ...each, clause: "讲座" })) }],
    [
      "committed party",
      { commitments: text.commitments.map((each) => ({ ...each, organizationId: "a" })) },
    ],
    ["resource", { commitments: text.commitments.map((each) => ({ ...each, resourceId: null })) }],
    [
      "times a year",
      { commitments: text.commitments.map((each) => ({ ...each, timesPerYear: 1 })) },
    ],
  ])("changes with the %s", (_what, changed) => {
    expect(contentHash({ ...text, ...changed })).not.toBe(contentHash(text));
  });
});
