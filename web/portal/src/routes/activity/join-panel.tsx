import { Link, useLocation } from "@tanstack/react-router";
import { useMutation } from "@tanstack/react-query";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { Fault } from "../../components/fault.tsx";
import { ask } from "../../graph/ask.ts";
import {
  type ActivityPageQuery,
  PortalJoinActivityDocument,
  PortalLeaveActivityDocument,
} from "../../graph/generated/graphql.ts";
import { queryClient } from "../../graph/query-client.ts";

type Activity = NonNullable<ActivityPageQuery["activity"]>;

/** Whether the viewer's units take part, and a button to change it. */
export function JoinPanel({ activity }: { readonly activity: Activity }) {
  const viewer = useViewer();
  const { href } = useLocation();
  const { id, state, participants } = activity;
  const change = useMutation({
    mutationFn: async ({ unit, joins }: { unit: string; joins: boolean }) => {
      const input = { id, organizationId: unit };
      if (joins) await ask(PortalJoinActivityDocument, { input });
      else await ask(PortalLeaveActivityDocument, { input });
    },
    onSettled: () => void queryClient.invalidateQueries(),
  });
  if (state !== "SCHEDULED" && state !== "RESCHEDULED") return null;
  const units = unitsOf(viewer);
  return (
    <aside className="panel stack">
      <h2>参加</h2>
      {viewer?.kind === "ANONYMOUS" && (
        <Link to="/sign-in" search={{ back: href }}>
          登录后为本单位报名
        </Link>
      )}
      {units.map(({ id: unit, name }) => {
        const takesPart = participants.some(({ organization }) => organization?.id === unit);
        return (
          <div key={unit} className="stack">
            <p>
              {name}
              {takesPart && "：已报名"}
            </p>
            <Button
              look={takesPart ? "plain" : "main"}
              isDisabled={change.isPending}
              onPress={() => change.mutate({ unit, joins: !takesPart })}
            >
              {takesPart ? "不参加了" : "报名参加"}
            </Button>
          </div>
        );
      })}
      <Fault error={change.error} />
    </aside>
  );
}
