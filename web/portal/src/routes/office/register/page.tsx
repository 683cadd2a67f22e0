import { filled } from "../../../forms/filled.ts";
import { textFault } from "../../../forms/text-fault.ts";
import { Link, useNavigate } from "@tanstack/react-router";
import { hasRole } from "../../../app/roles.ts";
import { usePlace, useViewer } from "../../../app/viewer.ts";
import { Choice } from "../../../components/choice.tsx";
import {
  type ChosenOrganization,
  OrganizationField,
} from "../../../components/organization-field.tsx";
import { PlaceField } from "../../../components/place-field.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { creditCodeFault } from "../../../forms/credit-code.ts";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import {
  type OrganizationKind,
  PortalRegisterOrganizationDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { ORGANIZATION_KINDS } from "../../../words/labels.ts";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";

/** A form to enter a unit; afterwards its record is shown, where its liaison is named. */
export function RegisterOrganizationPage() {
  const viewer = useViewer();
  if (!viewer) return null;
  return (
    <div className="page">
      <p className="trail">
        <Link to="/office/organizations">单位登记</Link>
      </p>
      <OfficeHead title="登记单位" />
      {hasRole(viewer, "OPERATOR") ? <RegisterForm /> : <NotForYou whom="平台管理员" />}
    </div>
  );
}

const EMPTY = {
  name: "",
  kind: undefined as OrganizationKind | undefined,
  regionCode: undefined as string | undefined,
  creditCode: "",
  parentId: undefined as ChosenOrganization | undefined,
  brand: "",
};

function RegisterForm() {
  const navigate = useNavigate();
  const ownPlace = usePlace();
  const register = useChange(PortalRegisterOrganizationDocument);
  const form = useForm({
    name: "office.register",
    initial: EMPTY,
    check: ({ name, kind, regionCode, creditCode, brand }) => ({
      name: textFault(name, { name: "名称", most: 100 }),
      kind: kind === undefined ? "请选择类型。" : undefined,
      regionCode: regionCode === undefined ? "请选择所在地。" : undefined,
      creditCode: creditCode === "" ? undefined : creditCodeFault(creditCode),
      brand: textFault(brand, { name: "品牌", most: 100, isRequired: false }),
    }),
    send: async ({ name, kind = "OTHER", regionCode = "", creditCode, parentId, brand }) => {
      const { registerOrganization } = await register.mutateAsync({
        name,
        kind,
        regionCode,
        ...(creditCode === "" ? {} : { creditCode }),
        ...(parentId ? { parentId: parentId.id } : {}),
        ...filled({ brand }),
      });
      const id = registerOrganization?.organization.id;
      if (id !== undefined) void navigate({ to: "/office/organizations/$id", params: { id } });
    },
  });
  return (
    <div className="panel form-panel">
      <Form form={form} action="登记" label="登记单位">
        <div className="fields">
          <div className="wide">
            <TextLine label="名称" {...form.field("name")} isRequired hint="与登记证书上的一致" />
          </div>
          <Choice
            label="类型"
            options={ORGANIZATION_KINDS}
            {...form.field("kind")}
            onChange={(kind) => form.set({ kind: kind as OrganizationKind })}
          />
          <PlaceField
            label="所在地"
            {...form.field("regionCode")}
            onChange={(regionCode) => form.set({ regionCode })}
          />
          <TextLine
            label="统一社会信用代码（没有可不填）"
            {...form.field("creditCode")}
            onChange={(text) =>
              form.set({ creditCode: text.replaceAll(/[\s-]/g, "").toUpperCase() })
            }
            hint="18 位；党支部一般没有"
          />
          <OrganizationField
            label="上级单位（没有可不填）"
            {...form.field("parentId")}
            regionCode={ownPlace}
          />
          <div className="wide">
            <TextLine
              label="品牌（可不填）"
              {...form.field("brand")}
              hint="一句话介绍，在单位列表中显示"
            />
          </div>
        </div>
      </Form>
    </div>
  );
}
