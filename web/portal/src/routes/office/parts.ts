import { hasRole, isOperator, managesCommittees } from "../../app/roles.ts";
import { type Viewer, unitsOf } from "../../app/viewer.ts";

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
    about: "成立大工委、大党委，吸收成员单位，答复入会申请，任命委员，换届，请副书记代行。",
    isFor: managesCommittees,
  },
  {
    to: "/office/regions",
    name: "行政区划",
    about: "街道、社区、网格、小区的登记。单位、委员会和活动都按所在地归集。",
    isFor: isOperator,
  },
  {
    to: "/office/appointments",
    name: "任命",
    about: "谁是平台管理员，谁是审计员，各管哪里。",
    isFor: (viewer) => isOperator(viewer) || hasRole(viewer, "AUDITOR"),
  },
  {
    to: "/audit",
    name: "审计记录",
    about: "谁在什么时候办理了什么，永久保存，不能更改。",
    isFor: (viewer) => hasRole(viewer, "AUDITOR"),
  },
  {
    to: "/partners",
    name: "合作系统",
    about: "把单位自己的系统或工作群接到联盟：登记推送地址，查看推送记录，取得和吊销密钥。",
    isFor: (viewer) => unitsOf(viewer).length > 0,
  },
] as const satisfies readonly OfficePart[];

interface OfficePart {
  readonly to: string;
  readonly name: string;
  readonly about: string;
  readonly isFor: (viewer: Viewer | undefined) => boolean;
}
