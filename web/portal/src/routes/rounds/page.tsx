import { Link, getRouteApi, useLocation } from "@tanstack/react-router";
import { useNamedChoices } from "../../app/named-choices.ts";
import { useOwnCommittees } from "../../app/own-committees.ts";
import { useViewer } from "../../app/viewer.ts";
import { Filters } from "../../components/filters.tsx";
import { Choice } from "../../components/choice.tsx";
import { Empty } from "../../components/empty.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import type { CollectionRoundState } from "../../graph/generated/graphql.ts";
import { ROUND_STATES } from "../../words/labels.ts";
import { OpenForm } from "./open-form.tsx";
import { RoundList } from "./round-list.tsx";
import { type RoundSearch, roundFilterOf } from "./search.ts";

const route = getRouteApi("/rounds");

/** Calls for lists of the viewer's committees. */
export function RoundsPage() {
  const search = route.useSearch();
  const viewer = useViewer();
  const { href } = useLocation();
  const navigate = route.useNavigate();
  const committees = useOwnCommittees() ?? [];
  const committeeNames = useNamedChoices("committee", committees, search.committee);
  const run = committees.filter(({ isRun }) => isRun);
  const change = (changed: Partial<RoundSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className="page">
      <header className="page-head">
        <h1>清单征集</h1>
        {run.length > 0 && (
          <FormDialog action="发起征集" look="main">
            {(close) => <OpenForm committees={run} onDone={close} />}
          </FormDialog>
        )}
      </header>
      {viewer?.kind === "ANONYMOUS" ? (
        <Empty title="请先登录">
          清单征集是给委员会的成员单位看的。
          <Link to="/sign-in" search={{ back: href }}>
            去登录
          </Link>
        </Empty>
      ) : (
        <>
          <Filters of={search}>
            <Choice
              label="状态"
              options={{ ALL: "全部", ...ROUND_STATES }}
              value={search.state ?? "ALL"}
              onChange={(state) =>
                change({ state: state === "ALL" ? undefined : (state as CollectionRoundState) })
              }
            />
            <Choice
              label="委员会"
              options={committeeNames}
              value={search.committee ?? "ALL"}
              onChange={(id) => change({ committee: id === "ALL" ? undefined : id })}
            />
            <PlaceField label="地点" value={search.place} onChange={(place) => change({ place })} />
          </Filters>
          {viewer && <RoundList filter={roundFilterOf(search)} canOpen={run.length > 0} />}
        </>
      )}
    </div>
  );
}
