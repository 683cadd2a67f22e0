import { textFault } from "../../../forms/text-fault.ts";
import { useNavigate } from "@tanstack/react-router";
import { isOperator } from "../../../app/roles.ts";
import { usePlace, useViewer } from "../../../app/viewer.ts";
import { Choice } from "../../../components/choice.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { NumberLine } from "../../../components/number-line.tsx";
import {
  type ChosenOrganization,
  OrganizationField,
} from "../../../components/organization-field.tsx";
import { PlaceField } from "../../../components/place-field.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { PortalEstablishCommitteeDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { COMMITTEE_LEVELS } from "../../../words/labels.ts";
import { type Day, dayOf, showDay } from "../../../words/time.ts";
import { themesFault, themesIn } from "../themes.ts";
import { useEstablishPlace } from "./place.ts";

/** Stands for no committee above. */
const NONE = "none";

const EMPTY = {
  name: "",
  regionCode: undefined as string | undefined,
  organizationId: undefined as ChosenOrganization | undefined,
  parentId: undefined as string | undefined,
  termNumber: 1 as number | undefined,
  termStartsOn: dayOf(new Date()) as Day | undefined,
  termEndsOn: undefined as Day | undefined,
  themes: "",
};

export function EstablishForm() {
  const viewer = useViewer();
  const ownPlace = usePlace();
  const navigate = useNavigate();
  const establish = useChange(PortalEstablishCommitteeDocument);
  const form = useForm({
    name: "office.establish",
    initial: EMPTY,
    check: (values) => ({
      name: textFault(values.name, { name: "名称", most: 100 }),
      regionCode: values.regionCode === undefined ? "请选择所在地。" : undefined,
      organizationId: values.organizationId ? undefined : "请选择依托的党组织。",
      termNumber: termNumberFault(values.termNumber),
      termStartsOn: values.termStartsOn === undefined ? "请填写日期。" : undefined,
      termEndsOn: termEndFault(values),
      themes: themesFault(themesIn(values.themes)),
    }),
    send: async (values) => {
      const { establishCommittee } = await establish.mutateAsync({
        name: values.name,
        level: place?.level ?? "COMMUNITY",
        regionCode: values.regionCode ?? "",
        organizationId: values.organizationId?.id ?? "",
        termNumber: values.termNumber ?? 1,
        termStartsOn: values.termStartsOn ?? "",
        termEndsOn: values.termEndsOn ?? "",
        themes: themesIn(values.themes),
        ...(parentId === undefined || parentId === NONE ? {} : { parentId }),
      });
      const id = establishCommittee?.committee.id;
      if (id !== undefined) void navigate({ to: "/office/committees/$id", params: { id } });
    },
  });
  const place = useEstablishPlace(form.values.regionCode);
  const above = Object.fromEntries((place?.above ?? []).map(({ id, name }) => [id, name]));
  const [nearest] = place?.above ?? [];
  const parentId = form.values.parentId ?? nearest?.id;
  return (
    <div className="panel form-panel">
      <Form
        form={form}
        action="成立"
        label="成立委员会"
        isDisabled={place?.present !== undefined}
        question={
          <p>
            成立“{form.values.name}”，第 {form.values.termNumber} 届自
            {form.values.termStartsOn && showDay(form.values.termStartsOn)}
            起。成立后不能撤销，所在地和依托的党组织不能更改。
          </p>
        }
      >
        <div className="fields">
          <div className="wide">
            <TextLine label="名称" {...form.field("name")} isRequired />
          </div>
          <PlaceField
            label="所在地"
            {...form.field("regionCode")}
            onChange={(regionCode) => form.set({ regionCode, parentId: undefined })}
            levels={["DISTRICT", "STREET", "COMMUNITY"]}
          />
          <div className="field">
            <span>层级（随所在地）</span>
            <p>{place?.level ? COMMITTEE_LEVELS[place.level] : "选择所在地后显示"}</p>
            {place?.present !== undefined && (
              <p className="fault" role="alert">
                {place.name}已有“{place.present}”，不能再成立一个。
              </p>
            )}
          </div>
          <OrganizationField
            label="依托的党组织"
            {...form.field("organizationId")}
            kinds={["PARTY_ORGANIZATION"]}
            regionCode={ownPlace}
          />
          <Choice
            label="上级委员会"
            options={isOperator(viewer) ? { ...above, [NONE]: "没有上级委员会" } : above}
            value={parentId}
            onChange={(id) => form.set({ parentId: id })}
            onBlur={form.field("parentId").onBlur}
            fault={form.fault("parentId")}
          />
          <NumberLine label="首届的届次" {...form.field("termNumber")} isRequired />
          <DayField label="任期起" {...form.field("termStartsOn")} />
          <DayField label="任期止" {...form.field("termEndsOn")} />
          <div className="wide">
            <TextLine
              label="工作主题（可不填）"
              {...form.field("themes")}
              hint="用顿号隔开，如：组织联建、资源联享、活动联办"
            />
          </div>
        </div>
      </Form>
    </div>
  );
}

function termNumberFault(number: number | undefined): string | undefined {
  return number === undefined || number < 1 || number > 99 ? "请填写 1 到 99。" : undefined;
}

function termEndFault({ termStartsOn, termEndsOn }: typeof EMPTY): string | undefined {
  if (termEndsOn === undefined) return "请填写日期。";
  return termStartsOn !== undefined && termEndsOn <= termStartsOn ? "须晚于任期起。" : undefined;
}
