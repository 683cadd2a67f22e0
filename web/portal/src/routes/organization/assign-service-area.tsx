import { useState } from "react";
import { DayField } from "../../components/day-field.tsx";
import {
  type ChosenOrganization,
  OrganizationField,
} from "../../components/organization-field.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { PortalAssignServiceAreaDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { SERVING_KINDS } from "../../words/labels.ts";
import { type Day, addDays, dayOf } from "../../words/time.ts";

interface AssignServiceAreaProps {
  /** The unit, where the page is about it. */
  readonly unit?: ChosenOrganization;
  /** The estate, where the page is about it. */
  readonly place?: { readonly code: string; readonly name: string };
  readonly onDone: () => void;
}

/** Records that a property company or an owners' committee serves an estate, from a day on. */
export function AssignServiceArea({ unit, place, onDone }: AssignServiceAreaProps) {
  const assign = useChange(PortalAssignServiceAreaDocument);
  const [today] = useState(() => dayOf(new Date()));
  const form = useForm({
    name: `service-area.${unit?.id ?? ""}.${place?.code ?? ""}`,
    initial: {
      organizationId: unit as ChosenOrganization | undefined,
      regionCode: place?.code,
      from: today as Day | undefined,
      until: undefined as Day | undefined,
    },
    check: ({ organizationId, regionCode, from, until }) => ({
      organizationId: organizationId === undefined ? "请选择单位。" : undefined,
      regionCode: regionCode === undefined ? "请选择小区。" : undefined,
      from:
        from === undefined
          ? "请填写日期。"
          : from > addDays(today, 365)
            ? "至多提前一年登记。"
            : undefined,
      until:
        until !== undefined && from !== undefined && until < from ? "不能早于第一天。" : undefined,
    }),
    send: async ({ organizationId, regionCode = "", from = today, until }) => {
      await assign.mutateAsync({
        organizationId: organizationId?.id ?? "",
        regionCode,
        from,
        ...(until === undefined ? {} : { until }),
      });
      onDone();
    },
  });
  return (
    <Form form={form} action="登记">
      {unit ? (
        <p>{unit.name}</p>
      ) : (
        <OrganizationField
          label="物业公司或业主委员会"
          {...form.field("organizationId")}
          kinds={SERVING_KINDS}
        />
      )}
      {place ? (
        <p>{place.name}</p>
      ) : (
        <PlaceField
          label="小区"
          {...form.field("regionCode")}
          onChange={(regionCode) => form.set({ regionCode })}
          levels={["ESTATE"]}
        />
      )}
      <DayField label="从" {...form.field("from")} />
      <DayField label="至（不确定可不填）" {...form.field("until")} />
    </Form>
  );
}
