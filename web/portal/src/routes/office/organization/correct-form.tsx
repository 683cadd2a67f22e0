import { Choice } from "../../../components/choice.tsx";
import { PlaceField } from "../../../components/place-field.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { creditCodeFault } from "../../../forms/credit-code.ts";
import { orNull } from "../../../forms/filled.ts";
import { Form } from "../../../forms/form.tsx";
import { textFault } from "../../../forms/text-fault.ts";
import { useForm } from "../../../forms/use-form.ts";
import {
  type OrganizationKind,
  PortalCorrectOrganizationDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { ORGANIZATION_KINDS } from "../../../words/labels.ts";
import type { OfficeOrganization } from "./page.tsx";

interface CorrectFormProps {
  readonly unit: OfficeOrganization;
  readonly onDone: () => void;
}

/** Corrects what a unit is, where it is, or its credit code, with a reason. */
export function CorrectForm({ unit, onDone }: CorrectFormProps) {
  const { id, version } = unit;
  const correct = useChange(PortalCorrectOrganizationDocument);
  const before = {
    kind: unit.kind as OrganizationKind,
    regionCode: unit.region?.code,
    creditCode: unit.creditCode ?? "",
  };
  const form = useForm({
    name: `office.unit.${id}.correct`,
    initial: { ...before, reason: "" },
    check: ({ regionCode, creditCode, reason }) => ({
      regionCode: regionCode === undefined ? "请选择所在地。" : undefined,
      creditCode: creditCode === "" ? undefined : creditCodeFault(creditCode),
      reason: textFault(reason, { name: "原因", most: 500 }),
    }),
    send: async ({ kind, regionCode, creditCode, reason }) => {
      await correct.mutateAsync({
        id,
        version,
        reason,
        ...(kind === before.kind ? {} : { kind }),
        ...(regionCode === undefined || regionCode === before.regionCode ? {} : { regionCode }),
        ...(creditCode === before.creditCode ? {} : { creditCode: orNull(creditCode) }),
      });
      onDone();
    },
  });
  const { kind, regionCode, creditCode } = form.values;
  const isSame =
    kind === before.kind && regionCode === before.regionCode && creditCode === before.creditCode;
  return (
    <Form form={form} action="更正" isDisabled={isSame}>
      <Choice
        label="类型"
        options={ORGANIZATION_KINDS}
        {...form.field("kind")}
        onChange={(chosen) => form.set({ kind: chosen as OrganizationKind })}
      />
      <PlaceField
        label="所在地"
        {...form.field("regionCode")}
        onChange={(code) => form.set({ regionCode: code })}
      />
      <TextLine
        label="统一社会信用代码（没有可不填）"
        {...form.field("creditCode")}
        onChange={(text) => form.set({ creditCode: text.replaceAll(/[\s-]/g, "").toUpperCase() })}
      />
      <TextLine label="原因" {...form.field("reason")} isRequired />
    </Form>
  );
}
