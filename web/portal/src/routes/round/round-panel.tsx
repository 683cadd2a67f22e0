import { Link } from "@tanstack/react-router";
import { useOwnCommittees } from "../../app/own-committees.ts";
import { runs } from "../../app/roles.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Confirm } from "../../components/confirm.tsx";
import {
  PortalCloseRoundDocument,
  type RoundOfPageFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showDay } from "../../words/time.ts";
import { isAnswerable } from "../rounds/round-mark.ts";

/** Where a unit answers a round, and whoever runs the committee closes it. */
export function RoundPanel({ round }: { readonly round: RoundOfPageFragment }) {
  const viewer = useViewer();
  const close = useChange(PortalCloseRoundDocument);
  const { id, version, title, state, opensOn, closesOn, committee } = round;
  const isMember = useOwnCommittees()?.some((own) => own.id === committee?.id) ?? false;
  const canAnswer = isMember && unitsOf(viewer).length > 0;
  if (state === "CLOSED")
    return (
      <aside className="panel stack">
        <h2>办理</h2>
        <p>征集已经结束。提交过的需求仍在需求清单上。</p>
      </aside>
    );
  return (
    <aside className="panel stack">
      <h2>办理</h2>
      {!isAnswerable(round) && <p>{showDay(opensOn)} 起可以提交。</p>}
      {canAnswer && isAnswerable(round) && committee && (
        <Link
          to="/needs/new"
          search={{ committee: committee.id, round: id }}
          className="button button-main"
        >
          提交需求
        </Link>
      )}
      {runs(viewer, committee) && (
        <Confirm
          action="结束征集"
          look="plain"
          question={`提前结束“${title}”？原定 ${showDay(closesOn)} 截止。结束后不能再提交，也不能重新打开；已提交的仍然保留。`}
          error={close.error}
          onConfirm={async () => {
            await close.mutateAsync({ id, version });
          }}
        />
      )}
    </aside>
  );
}
