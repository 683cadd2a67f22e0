import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import { graphql } from "graphql";
import { membersSchema } from "../../subgraph.ts";

const { schema } = membersSchema();
const ask = async (viewer: Viewer) =>
  await graphql({
    schema,
    source:
      "{ viewer { subject kind organization { id } roles { role regionCode committee { id } organization { id } } } }",
    contextValue: { viewer },
  });

describe("who is asking", () => {
  it("is nobody without a token", async () => {
    const answer = await ask(ANONYMOUS);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.["viewer"]).toEqual({
      subject: null,
      kind: "ANONYMOUS",
      organization: null,
      roles: [],
    });
  });

  it("is a person with the roles that the records say, and needs no statement", async () => {
    const held = { committeeId: null, regionCode: null, organizationId: null };
    const answer = await ask({
      ...ANONYMOUS,
      kind: "PERSON",
      subject: "s",
      organizationId: "o1",
      roles: [
        { ...held, role: "LIAISON", organizationId: "o1", regionCode: "r1" },
        { ...held, role: "SECRETARY", committeeId: "c1" },
      ],
    });
    expect(answer.data?.["viewer"]).toEqual({
      subject: "s",
      kind: "PERSON",
      organization: { id: "o1" },
      roles: [
        { role: "LIAISON", regionCode: "r1", committee: null, organization: { id: "o1" } },
        { role: "SECRETARY", regionCode: null, committee: { id: "c1" }, organization: null },
      ],
    });
  });
});
