import { randomUUID } from "node:crypto";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, it } from "@jest/globals";
import * as fc from "fast-check";
import { can as canAppointment } from "../nouns/appointment/appointment.policy.ts";
import { can as canLiaison } from "../nouns/liaison/liaison.policy.ts";
import { RegistrationState } from "../nouns/registration/registration.entity.ts";
import { can as canRegistration } from "../nouns/registration/registration.policy.ts";
import { holds } from "./holds.ts";
import {
  type CommitteeSetting,
  DISTRICT,
  type MembersSetting,
  createMembersSetting,
} from "./members-setting.ts";
import { type Pools, paths } from "./viewers.ts";

const RECORDS = 60;

let setting: MembersSetting;
let committees: CommitteeSetting[];
let pools: Pools;
beforeAll(async () => {
  setting = await createMembersSetting();
  committees = [];
  const organizationIds: string[] = [];
  for (let at = 0; at < 4; at++) {
    committees.push(await setting.committee());
    organizationIds.push(await setting.organization());
  }
  pools = {
    organizationIds,
    committeeIds: committees.map(({ id }) => id),
    regionCodes: [DISTRICT, "530381", ...committees.map(({ communityCode }) => communityCode)],
    allianceCodes: [DISTRICT, "530381"],
    subjects: ["s1", "s2", "s3"],
  };
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const idsOf = (page: { nodes: { id: string }[] }): string[] => page.nodes.map(({ id }) => id);

describe("what a list gives is exactly what the rule allows", () => {
  it("for registrations, in lists and by key", async () => {
    const records = fc
      .sample(
        fc.record({
          organizationId: fc.constantFrom(...pools.organizationIds),
          at: fc.nat(3),
          state: fc.constantFrom(...Object.values(RegistrationState)),
        }),
        RECORDS,
      )
      .map(({ at, ...record }) => ({ ...record, id: randomUUID(), committee: committees[at] }));
    // One that stands for each unit and community: the database allows no second.
    const standing = new Set<string>();
    const stored = records.flatMap(({ committee, ...record }) => {
      if (!committee) return [];
      const pair = record.organizationId + committee.id;
      const stands = record.state === "SUBMITTED" || record.state === "ACCEPTED";
      if (stands && standing.has(pair)) return [];
      if (stands) standing.add(pair);
      return [
        {
          ...record,
          communityCode: committee.communityCode,
          committeeIds: [committee.id],
          regionPath: [null, null, DISTRICT, "445202001", committee.communityCode, null],
        },
      ];
    });
    for (const { id, organizationId, communityCode, state, regionPath } of stored) {
      await setting.admin.query(
        `insert into members.registration (id, created_at, updated_at, organization_id, community_code, state, headcount, submitted_at, accepted_at, returned_at, return_reason, ended_at, end_reason, region_code, region_path, alliance_code)
         values ($1, now(), now(), $2, $3, $4, 1, now(), case when $4 in ('ACCEPTED', 'ENDED') then now() end, case when $4 = 'RETURNED' then now() end, case when $4 = 'RETURNED' then '-' end, case when $4 = 'ENDED' then now() end, case when $4 = 'ENDED' then '-' end, $3, $5, $6)`,
        [id, organizationId, communityCode, state, regionPath, DISTRICT],
      );
    }
    const read = (viewer: Viewer, record: (typeof stored)[number]) =>
      canRegistration(viewer, "read", record);
    await holds(pools, stored, {
      ask: async (viewer) =>
        idsOf(
          (await setting.call(viewer, "{ registrations(first: 100) { nodes { id } } }")).data
            .registrations,
        ),
      may: read,
    });
    const representations = stored.map(({ id }) => ({ __typename: "Registration", id }));
    const byKey =
      "query ($keys: [_Any!]!) { entities: _entities(representations: $keys) { ... on Registration { id } } }";
    await holds(pools, stored, {
      ask: async (viewer) => {
        const { data } = await setting.call(viewer, byKey, { keys: representations });
        return data.entities.flatMap((found: { id: string } | null) => (found ? [found.id] : []));
      },
      may: read,
    });
  });

  it("for liaisons of a unit", async () => {
    const [organizationId = ""] = pools.organizationIds;
    // Whoever runs its committees knows no more for it.
    for (const { id, secretary } of committees.slice(0, 2)) {
      const join =
        "mutation ($input: JoinCommitteeInput!) { joinCommittee(input: $input) { membership { id } } }";
      await setting.call(secretary, join, { input: { committeeId: id, organizationId } });
    }
    const stored = fc
      .sample(
        fc.record({
          regionPath: paths(pools),
          allianceCode: fc.constantFrom(...pools.allianceCodes),
        }),
        RECORDS,
      )
      .map((place) => ({
        ...place,
        id: randomUUID(),
        organizationId,
      }));
    for (const { id, regionPath, allianceCode } of stored) {
      await setting.admin.query(
        `insert into members.liaison (id, created_at, updated_at, organization_id, subject, name, region_code, region_path, alliance_code)
         values ($1, now(), now(), $2, $3, '-', '-', $4, $5)`,
        [id, organizationId, id, regionPath, allianceCode],
      );
    }
    await holds(pools, stored, {
      ask: async (viewer) => {
        const { data } = await setting.entity(
          viewer,
          { __typename: "Organization", id: organizationId },
          "{ liaisons(first: 100) { nodes { id } } }",
        );
        return idsOf(data.liaisons);
      },
      may: (viewer, record) => canLiaison(viewer, "read", record),
    });
  });

  it("for appointments", async () => {
    const stored = fc
      .sample(
        fc.record({ subject: fc.constantFrom(...pools.subjects), regionPath: paths(pools) }),
        RECORDS,
      )
      .map((record, at) => ({ ...record, id: randomUUID(), regionCode: String(at) }));
    for (const { id, subject, regionCode, regionPath } of stored) {
      await setting.admin.query(
        `insert into members.appointment (id, created_at, updated_at, subject, role, region_code, region_path) values ($1, now(), now(), $2, 'AUDITOR', $3, $4)`,
        [id, subject, regionCode, regionPath],
      );
    }
    await holds(pools, stored, {
      ask: async (viewer) => {
        const { data } = await setting.call(
          viewer,
          "{ appointments(first: 100) { nodes { id } } }",
        );
        return data?.appointments ? idsOf(data.appointments) : [];
      },
      may: (viewer, record) => canAppointment(viewer, "read", record),
    });
  });
});
