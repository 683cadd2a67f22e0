import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { fields, reference, personal } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./liaison.input.ts";
import type { LiaisonContext, LiaisonRow } from "./liaison.loaders.ts";
import { can } from "./liaison.policy.ts";
import * as service from "./liaison.service.ts";
import { LiaisonConnection, LiaisonType } from "./liaison.type.ts";

export const LiaisonFields = fields<LiaisonRow, LiaisonContext>(() => LiaisonType, {
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "所代表的单位。The unit.",
  }),
  subject: personal("subject", (liaison, { viewer }) => can(viewer, "readSubject", liaison), {
    description:
      "登录标识，仅本单位联络员与平台管理员可见。The person's sign-in; for the unit's own liaisons and operators.",
  }),
});

export const LiaisonMutations = mutations(
  {
    field: "liaison",
    type: LiaisonType,
    description: "联络员。The liaison.",
    by: { zh: "平台管理员，或本单位联络员", en: "operators and the unit's own liaisons" },
  },
  { inputs, service },
  {
    nameLiaison: { zh: "指定联络员", en: "Names a liaison" },
    updateLiaison: { zh: "更正联络员的姓名", en: "Corrects the name of a liaison" },
    endLiaison: { zh: "联络员卸任", en: "Ends a liaison's office" },
  },
);

export const OrganizationLiaisons = connectionField({
  on: () => OrganizationRef,
  name: "liaisons",
  connection: LiaisonConnection,
  description:
    "联络员，联盟内可见。The people who act for it; only for viewers who are signed in to its alliance.",
  pages: ({ liaisons }: LiaisonContext) => liaisons.ofOrganization,
});
