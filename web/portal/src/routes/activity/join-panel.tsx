import { Link, useLocation } from "@tanstack/react-router";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { Fault } from "../../components/fault.tsx";
import {
  PortalJoinActivityDocument,
  PortalLeaveActivityDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { AnswerInvitation } from "./answer-invitation.tsx";
import { type PageActivity, isOpen } from "./activity.ts";

/** Whether the viewer's units take part, and a button to change it. */
export function JoinPanel({ activity }: { readonly activity: PageActivity }) {
  const viewer = useViewer();
  const { href } = useLocation();
  const join = useChange(PortalJoinActivityDocument);
  const leave = useChange(PortalLeaveActivityDocument);
  if (!isOpen(activity)) return null;
  const { id, title, participants, host } = activity;
  const partOf = (organizationId: string) =>
    participants.find(({ organization }) => organization?.id === organizationId)?.state;
  const units = unitsOf(viewer).filter(
    (unit) => unit.id !== host?.id || partOf(unit.id) === "INVITED",
  );
  if (viewer?.kind !== "ANONYMOUS" && units.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>报名</h2>
      {viewer?.kind === "ANONYMOUS" && (
        <Link to="/sign-in" search={{ back: href }}>
          登录后为本单位报名
        </Link>
      )}
      {units.map(({ id: organizationId, name }) => {
        const part = partOf(organizationId);
        if (part === "INVITED")
          return (
            <div key={organizationId} className="stack">
              <p role="status">
                {name}：{organizationId === host?.id ? "受邀主办，待答复" : "受邀参加，待答复"}
              </p>
              <div className="buttons">
                <AnswerInvitation id={id} organizationId={organizationId} of={title} />
              </div>
            </div>
          );
        const takesPart = part === "JOINED";
        const change = takesPart ? leave : join;
        return (
          <div key={organizationId} className="stack">
            <p role="status">
              {name}
              {part === "JOINED" && "：已报名"}
              {part === "DECLINED" && "：已谢绝邀请"}
              {part === "LEFT" && "：已退出"}
            </p>
            <Button
              look={takesPart ? "plain" : "main"}
              isDisabled={join.isPending || leave.isPending}
              onPress={() => change.mutate({ id, organizationId })}
            >
              {takesPart ? "不参加了" : "报名参加"}
            </Button>
          </div>
        );
      })}
      <Fault error={join.error ?? leave.error} />
    </section>
  );
}
