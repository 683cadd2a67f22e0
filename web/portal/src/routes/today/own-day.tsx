import type { UseQueryResult } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { namesOf } from "../../app/own-committees.ts";
import { hasCommitteesBelow, isOperator } from "../../app/roles.ts";
import { useUnread } from "../../app/unread.ts";
import { useColumns } from "../../app/use-width.ts";
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
  const isWide = useColumns();
  const unread = useUnread();
  const { units, committees, isOne } = officesOf(viewer);
  const isNone = units.length + committees.length === 0;
  const isOfficeNamed = !isOne && !isNone;
  const filter = officeFilterOf(viewer, search.office);
  const isShown = ({ id }: { readonly id: string }): boolean =>
    Object.keys(filter).length === 0 || id === search.office;
  const change = (changed: TodaySearch): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const tasks = (
    <div className="stack today-tasks">
      <TaskSection filter={filter} isOfficeNamed={isOfficeNamed} />
      {isNone && (
        <>
          {!isOperator(viewer) && (
            <p className="muted">您不代表单位，也不负责委员会的日常工作，所以没有您的待办。</p>
          )}
          <PartCards />
        </>
      )}
      {hasCommitteesBelow(viewer) && (
        <p>
          <Link to="/overview" search={{}}>
            下级委员会等着办的事
          </Link>
        </p>
      )}
    </div>
  );
  const notices = (
    <NoticeSection
      filter={filter}
      isUnreadOnly={search.unread === "yes"}
      onUnreadOnly={(isUnreadOnly) => change({ unread: isUnreadOnly ? "yes" : undefined })}
      isOfficeNamed={isOfficeNamed}
    />
  );
  const own = [
    ...committees
      .filter(isShown)
      .map(({ id, name }) => <CommitteeDay key={id} id={id} name={name} />),
    ...units
      .filter(isShown)
      .map(({ id, name }) => <UnitDay key={id} id={id} name={name} isOne={units.length === 1} />),
  ];
  const week = <Loaded query={around}>{(data) => <ComingWeek data={data} />}</Loaded>;
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
      {!isWide && unread > 0 && (
        <p>
          <Link to="/" search={(before) => before} hash="notices">
            {unread} 条未读通知
          </Link>
        </p>
      )}
      {/* In the order of the keyboard: down one column after the other, or tasks and notices first on a phone. */}
      {isWide ? (
        <Together className="today">
          <div className="stack today-own">
            {tasks}
            {own}
          </div>
          <div className="stack today-own">
            {notices}
            {week}
          </div>
        </Together>
      ) : (
        <Together
          className="stack today-own"
          below={
            <Together className="stack today-own">
              {notices}
              {own}
              {week}
            </Together>
          }
        >
          {tasks}
        </Together>
      )}
    </>
  );
}
