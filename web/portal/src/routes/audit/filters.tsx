import { getRouteApi } from "@tanstack/react-router";
import { Filters } from "../../components/filters.tsx";
import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { SearchLine } from "../../components/search-line.tsx";
import { Tags } from "../../components/tags.tsx";
import { ACTIONS, NOUNS } from "./actions.ts";
import type { AuditSearch } from "./search.ts";

const route = getRouteApi("/audit");

/** What the log is filtered by; whatever is set can be taken away again. */
export function AuditFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { from, to, action, noun, by, record } = search;
  const change = (changed: Partial<AuditSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const chosen = (value: string): string | undefined => (value === "ALL" ? undefined : value);
  return (
    <>
      <Filters of={search}>
        <DayField label="从" value={from} onChange={(day) => change({ from: day })} />
        <DayField label="到" value={to} onChange={(day) => change({ to: day })} />
        <Choice
          label="办理事项"
          options={{ ALL: "全部", ...ACTIONS }}
          value={action ?? "ALL"}
          onChange={(value) => change({ action: chosen(value) })}
        />
        <Choice
          label="记录类型"
          options={{ ALL: "全部", ...NOUNS }}
          value={noun ?? "ALL"}
          onChange={(value) => change({ noun: chosen(value) })}
        />
        <SearchLine
          label="办理者的登录名"
          value={by}
          onSearch={(text) => change({ by: text })}
          placeholder="完整的登录名"
        />
        {from !== undefined && to !== undefined && from > to && (
          <p className="fault">结束日期不能早于开始日期。</p>
        )}
      </Filters>
      {record !== undefined && (
        <Tags
          label="只看一条记录"
          tags={{ record }}
          onRemove={() => change({ record: undefined })}
        />
      )}
    </>
  );
}
