import type { Viewer } from "./viewer.ts";

const ROLES = {
  LIAISON: "联络员",
  MEMBER: "委员",
  SECRETARY: "书记",
  DEPUTY: "代行书记",
  AUDITOR: "审计员",
  OPERATOR: "平台管理员",
} as const;

/** What somebody is, in a few words: 书记 · 城南街道大工委. */
export function standingOf(viewer: Viewer): string {
  if (viewer.kind === "ANONYMOUS") return "未登录";
  const [first] = viewer.roles;
  if (!first) return "已登录";
  const where = first.committee?.name ?? first.organization?.name;
  return where === undefined ? ROLES[first.role] : `${ROLES[first.role]} · ${where}`;
}
