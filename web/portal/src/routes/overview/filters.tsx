import { getRouteApi } from "@tanstack/react-router";
import { Choice } from "../../components/choice.tsx";
import { Filters } from "../../components/filters.tsx";
import { kindOfTask } from "../../words/tasks.ts";
import type { CommitteeTask } from "./group-tasks.ts";
import type { OverviewSearch } from "./search.ts";

const route = getRouteApi("/overview");
const TIMES = { ALL: "全部", overdue: "只看逾期的" } as const;

interface OverviewFiltersProps {
  /** All tasks there are: only what is among them can be chosen. */
  readonly tasks: readonly CommitteeTask[];
  readonly search: OverviewSearch;
}

/** By committee, by kind, by time. */
export function OverviewFilters({ tasks, search }: OverviewFiltersProps) {
  const navigate = route.useNavigate();
  const change = (changed: OverviewSearch): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const committees = tasks.map(({ of }) => [of.id, of.name] as const);
  const kinds = tasks.map(({ kind }) => [kind, kindOfTask(kind)] as const);
  const chosen = (value: string): string | undefined => (value === "ALL" ? undefined : value);
  return (
    <Filters of={search}>
      <Choice
        label="待谁办理"
        options={{ ALL: "全部", ...counted(committees) }}
        value={search.committee ?? "ALL"}
        onChange={(committee) => change({ committee: chosen(committee) })}
      />
      <Choice
        label="种类"
        options={{ ALL: "全部", ...counted(kinds) }}
        value={search.kind ?? "ALL"}
        onChange={(kind) => change({ kind: chosen(kind) })}
      />
      <Choice
        label="期限"
        options={TIMES}
        value={search.due ?? "ALL"}
        onChange={(due) => change({ due: due === "overdue" ? due : undefined })}
      />
    </Filters>
  );
}

/** Each once, with how many there are: 问题要办理（3）. */
function counted(named: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const groups = Map.groupBy(named, ([id]) => id);
  return Object.fromEntries(
    Array.from(groups, ([id, all]) => [id, `${all[0]?.[1] ?? ""}（${all.length}）`]),
  );
}
