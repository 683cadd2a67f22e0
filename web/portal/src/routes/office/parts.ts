import { isOperator, managesCommittees } from "../../app/roles.ts";
import type { Viewer } from "../../app/viewer.ts";

/** The parts of the office, each with what it is for. */
export const OFFICE_PARTS = [
  {
    to: "/office/organizations",
    name: "单位登记",
    about: "登记新的单位，更改名称和品牌，指定联络员。登记以后，单位才能加入委员会、分享资源。",
    isFor: isOperator,
  },
  {
    to: "/office/committees",
    name: "委员会管理",
    about: "成立大工委、大党委，换届，任命委员，吸收成员单位。",
    isFor: managesCommittees,
  },
] as const satisfies readonly OfficePart[];

interface OfficePart {
  readonly to: string;
  readonly name: string;
  readonly about: string;
  readonly isFor: (viewer: Viewer | undefined) => boolean;
}
