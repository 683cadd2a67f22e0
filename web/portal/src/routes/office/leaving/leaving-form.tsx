import { useNavigate } from "@tanstack/react-router";
import { DayField } from "../../../components/day-field.tsx";
import { Loaded } from "../../../components/loaded.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { useCommitteeUnits } from "../../../components/use-committee-units.ts";
import { Form } from "../../../forms/form.tsx";
import { textFault } from "../../../forms/text-fault.ts";
import { useForm } from "../../../forms/use-form.ts";
import {
  LeavingItemsDocument,
  PortalLeaveCommitteeDocument,
  type SettlementInput,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { useChange } from "../../../graph/use-change.ts";
import { type Day, addDays, dayOf, showDay } from "../../../words/time.ts";
import { type Settled, keyOf } from "./open-item-row.tsx";
import { OpenItems } from "./open-items.tsx";

/** How far ahead a unit can leave, in days. */
const MOST_DAYS_AHEAD = 365;

interface Named {
  readonly id: string;
  readonly name: string;
}

interface LeavingFormProps {
  readonly membership: { readonly id: string; readonly version: number; readonly joinedOn: Day };
  readonly unit: Named;
  readonly committee: Named;
  /** Who takes over what is handed over to nobody else. */
  readonly heir: Named | null;
}

/** The last day, the reason, and a choice for each thing that is open. */
export function LeavingForm({ membership, unit, committee, heir }: LeavingFormProps) {
  const { id, version, joinedOn } = membership;
  const today = dayOf(new Date());
  const navigate = useNavigate();
  const leave = useChange(PortalLeaveCommitteeDocument);
  const { units } = useCommitteeUnits(committee.id);
  const form = useForm({
    name: `office.leaving.${id}`,
    initial: { day: today as Day | undefined, reason: "", settled: {} as Settled },
    check: ({ day, reason }) => ({
      day: dayFault(day, joinedOn, today),
      reason: textFault(reason, { name: "原因", most: 200 }),
    }),
    send: async ({ day = today, reason, settled }) => {
      const settlements = items?.map(({ noun, recordId, ways }): SettlementInput => {
        const { how = ways[0] ?? "END", to } = settled[keyOf({ noun, recordId })] ?? {};
        return {
          noun,
          recordId,
          how,
          ...(how === "HAND_OVER" && to !== undefined ? { toOrganizationId: to } : {}),
        };
      });
      const last = day > today ? { leavesOn: day } : { leftOn: day };
      await leave.mutateAsync({
        id,
        version,
        reason,
        ...last,
        ...(settlements ? { settlements } : {}),
      });
      await navigate({ to: "/office/committees/$id", params: { id: committee.id } });
    },
  });
  const { day = today, settled } = form.values;
  const isAhead = day > today;
  const query = useAsk(
    LeavingItemsDocument,
    { committee: committee.id, unit: unit.id, leavesOn: isAhead ? day : null },
    { isEnabled: dayFault(day, joinedOn, today) === undefined, keepsPrevious: true },
  );
  const items = query.data?.leaving?.items;
  return (
    <div className="panel form-panel">
      <Form
        form={form}
        action={isAhead ? "安排退出" : "退出"}
        label="退出委员会"
        isDisabled={items === undefined}
        question={
          <p>
            “{unit.name}”到{showDay(day)}退出“{committee.name}”，派出的委员随之离任，
            {(items ?? []).length > 0 && `${items?.length} 项未了结的事按所选的办法处理。`}
            {isAhead ? "此前可以取消。" : "如要再加入，须重新吸收或申请。"}
          </p>
        }
      >
        <div className="fields">
          <DayField label="最后一天" {...form.field("day")} />
          <TextLine label="原因" {...form.field("reason")} isRequired />
        </div>
        <p className="hint">选今天以后的日期，就是预先安排：当天结束后退出，此前可以取消。</p>
        <Loaded query={query}>
          {({ leaving }) => (
            <OpenItems
              items={leaving?.items ?? []}
              settled={settled}
              onChange={(changed) => form.set({ settled: changed })}
              heirs={Object.fromEntries(Object.entries(units).filter(([one]) => one !== unit.id))}
              usualHeir={heir?.id}
            />
          )}
        </Loaded>
      </Form>
    </div>
  );
}

function dayFault(day: Day | undefined, first: Day, today: Day): string | undefined {
  if (day === undefined) return "请填写日期。";
  if (day < first) return `不能早于加入日期${showDay(first)}。`;
  return day > addDays(today, MOST_DAYS_AHEAD) ? "至多提前一年安排。" : undefined;
}
