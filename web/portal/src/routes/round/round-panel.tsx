import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useOwnCommittees } from "../../app/own-committees.ts";
import { runs } from "../../app/roles.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import {
  PortalCloseRoundDocument,
  type RoundOfPageFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showDay } from "../../words/time.ts";
import { isAnswerable } from "../rounds/round-mark.ts";
import { CorrectForm } from "./correct-form.tsx";

/** Where a unit answers a round, and whoever runs the committee closes it. */
export function RoundPanel({ round }: { readonly round: RoundOfPageFragment }) {
  const viewer = useViewer();
  const close = useChange(PortalCloseRoundDocument);
  const { id, version, title, state, opensOn, closesOn, committee } = round;
  const isMember = useOwnCommittees()?.some((own) => own.id === committee?.id) ?? false;
  const [isCorrecting, setCorrecting] = useState(false);
  const isRun = runs(viewer, committee);
  const correction = isRun && (
    <Button look="quiet" onPress={() => setCorrecting(true)}>
      更正
    </Button>
  );
  const canAnswer = isMember && unitsOf(viewer).length > 0;
  if (isCorrecting)
    return (
      <aside className="panel stack">
        <h2>更正</h2>
        <CorrectForm round={round} onDone={() => setCorrecting(false)} />
      </aside>
    );
  if (state === "CLOSED")
    return (
      <aside className="panel stack">
        <h2>办理</h2>
        <p>征集已经结束。提交过的需求仍在需求清单上。</p>
        {isRun && <p className="hint">结束错了的，更正截止的日子，就重新打开。</p>}
        {correction}
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
      {isRun && (
        <Confirm
          action="结束征集"
          look="plain"
          question={`提前结束“${title}”？原定 ${showDay(closesOn)} 截止。结束后不能再提交，已提交的仍然保留；结束错了，可以更正截止的日子，重新打开。`}
          error={close.error}
          onConfirm={async () => {
            await close.mutateAsync({ id, version });
          }}
        />
      )}
      {correction}
    </aside>
  );
}
