import type { UseQueryResult } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { namesOf } from "../../app/own-committees.ts";
import { hasCommitteesBelow } from "../../app/roles.ts";
import type { Viewer } from "../../app/viewer.ts";
import { Choice } from "../../components/choice.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Together } from "../../components/together.tsx";
import type { TodayPageQuery } from "../../graph/generated/graphql.ts";
import { PartCards } from "../office/part-cards.tsx";
import { CommitteeDay } from "./committee-day.tsx";
import { ComingWeek } from "./coming-week.tsx";
import { NoticeSection } from "./notice-section.tsx";
import { type TodaySearch, officeFilterOf, officesOf } from "./search.ts";
import { TaskSection } from "./task-section.tsx";
import { UnitDay } from "./unit-day.tsx";

const route = getRouteApi("/");

interface OwnDayProps {
  readonly viewer: Viewer;
  /** What happens around the viewer's place. */
  readonly around: UseQueryResult<TodayPageQuery>;
}

/** The day of somebody who is signed in: tasks first, then notices, then what their offices have. */
export function OwnDay({ viewer, around }: OwnDayProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { units, committees, isOne } = officesOf(viewer);
  const isNone = units.length + committees.length === 0;
  const isOfficeNamed = !isOne && !isNone;
  const filter = officeFilterOf(viewer, search.office);
  const isShown = ({ id }: { readonly id: string }): boolean =>
    Object.keys(filter).length === 0 || id === search.office;
  const change = (changed: TodaySearch): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <>
      {isOfficeNamed && (
        <div className="today-office">
          <Choice
            label="为谁办理"
            options={{ ALL: "全部", ...namesOf([...committees, ...units]) }}
            value={search.office ?? "ALL"}
            onChange={(office) => change({ office: office === "ALL" ? undefined : office })}
          />
        </div>
      )}
      <Together className="today">
        <div className="stack today-tasks">
          {isNone ? (
            <>
              <p className="muted">
                现在没有等您办理的事项。您不代表单位，也不负责委员会的日常工作。
              </p>
              <PartCards />
            </>
          ) : (
            <TaskSection filter={filter} isOfficeNamed={isOfficeNamed} />
          )}
          {hasCommitteesBelow(viewer) && (
            <p>
              <Link to="/overview" search={{}}>
                下级委员会等着办的事
              </Link>
            </p>
          )}
        </div>
        <NoticeSection
          filter={filter}
          isUnreadOnly={search.unread === "yes"}
          onUnreadOnly={(isUnreadOnly) => change({ unread: isUnreadOnly ? "yes" : undefined })}
          isOfficeNamed={isOfficeNamed}
        />
        <div className="stack today-own">
          {committees.filter(isShown).map(({ id, name, region }) => (
            <CommitteeDay key={id} id={id} name={name} place={region?.code ?? ""} />
          ))}
          {units.filter(isShown).map(({ id, name }) => (
            <UnitDay key={id} id={id} name={name} isOne={units.length === 1} />
          ))}
        </div>
        <Loaded query={around}>{(data) => <ComingWeek data={data} />}</Loaded>
      </Together>
    </>
  );
}
