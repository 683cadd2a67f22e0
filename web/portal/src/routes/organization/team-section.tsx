import type { TeamPartsFragment } from "../../graph/generated/graphql.ts";
import { Empty } from "../../components/empty.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { TeamForm, type TeamOwner } from "./team-form.tsx";
import { TeamList } from "./team-list.tsx";

interface TeamSectionProps {
  readonly teams: readonly TeamPartsFragment[];
  /** Whose teams they are, if the viewer may form and change them. */
  readonly owner?: TeamOwner;
}

/** The teams on the page of a unit or committee. */
export function TeamSection({ teams, owner }: TeamSectionProps) {
  return (
    <>
      {teams.length === 0 ? (
        <Empty title="还没有队伍">志愿服务队、突击队等，只登记人数和专长。</Empty>
      ) : (
        <TeamList teams={teams} isOwn={owner !== undefined} />
      )}
      {owner && (
        <div>
          <FormDialog action="组建队伍">
            {(close) => <TeamForm owner={owner} onDone={close} />}
          </FormDialog>
        </div>
      )}
    </>
  );
}
