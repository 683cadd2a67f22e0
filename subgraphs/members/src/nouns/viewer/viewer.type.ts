import { Role } from "@alliance-hub/sharing/viewer";
import { Field, ObjectType, registerEnumType } from "type-graphql";

/** Kinds of viewer. */
export const ViewerKind = { ANONYMOUS: "ANONYMOUS", PERSON: "PERSON", PARTNER: "PARTNER" } as const;
export type ViewerKind = (typeof ViewerKind)[keyof typeof ViewerKind];

registerEnumType(ViewerKind, {
  name: "ViewerKind",
  description: "访问者类别。Kinds of viewer.",
  valuesConfig: {
    ANONYMOUS: { description: "未登录。Nobody has signed in." },
    PERSON: { description: "个人。A person." },
    PARTNER: { description: "合作系统。A partner system." },
  },
});

registerEnumType(Role, {
  name: "Role",
  description:
    "角色，来自联络员身份、委员任职与任命。Roles. They follow from liaisons, seats and appointments.",
  valuesConfig: {
    LIAISON: { description: "联络员。Acts for a unit." },
    MEMBER: { description: "委员。Has a seat in a committee's current term." },
    SECRETARY: {
      description:
        "书记。主持委员会及其下级，并代表其所依托的党组织。Runs a committee and those below it, and acts for the party organisation that the committee belongs to.",
    },
    DEPUTY: {
      description:
        "代行书记：书记交代行的期间，办理书记可办理的事项，换届和书记的任职除外。The secretary's deputy while the committee is handed over: may do what the secretary may, except for terms and the secretary's seat.",
    },
    AUDITOR: { description: "审计员。Reads the audit log of a region." },
    OPERATOR: {
      description: "平台管理员。Keeps regions, organisations and appointments of a region.",
    },
  },
});

@ObjectType("ViewerRole", {
  description: "所任的一个角色。One role, and for which place, committee or unit.",
})
export class ViewerRoleType {
  @Field(() => Role, { description: "角色。The role." })
  role: Role;

  @Field(() => String, {
    nullable: true,
    description: "地域代码。Code of the place for which the role applies.",
  })
  regionCode: string | null;
}

@ObjectType("Viewer", { description: "访问者。The viewer: whoever is asking." })
export class ViewerType {
  @Field(() => String, {
    nullable: true,
    description: "登录标识；未登录为空。Sign-in; null if nobody has signed in.",
  })
  subject: string | null;

  @Field(() => ViewerKind, { description: "类别。Kind." })
  kind: ViewerKind;

  @Field(() => [ViewerRoleType], { description: "所任角色。The roles that it has now." })
  roles: readonly ViewerRoleType[];
}
