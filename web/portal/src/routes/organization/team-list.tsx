import type { TeamPartsFragment } from "../../graph/generated/graphql.ts";
import { TEAM_KINDS } from "../../words/labels.ts";
import { showDay } from "../../words/time.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { TeamForm } from "./team-form.tsx";

interface TeamListProps {
  readonly teams: readonly TeamPartsFragment[];
  /** Whether the viewer may change them. */
  readonly isOwn: boolean;
}

/** Teams of a unit or committee: numbers and what they are good at, never names. */
export function TeamList({ teams, isOwn }: TeamListProps) {
  return (
    <ul className="rows">
      {teams.map((team) => (
        <li key={team.id} className="row">
          <div className="row-main">
            <p className="row-title">{team.name}</p>
            <p className="muted">
              {[
                TEAM_KINDS[team.kind],
                `${showDay(team.formedOn)}组建`,
                team.specialities.join("、"),
              ]
                .filter((part) => part !== "")
                .join(" · ")}
            </p>
          </div>
          <span>{team.headcount} 人</span>
          {isOwn && (
            <FormDialog action="更改" title="更改队伍" look="quiet">
              {(close) => <TeamForm team={team} onDone={close} />}
            </FormDialog>
          )}
        </li>
      ))}
    </ul>
  );
}
