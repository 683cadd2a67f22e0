import { textFault } from "../../../forms/text-fault.ts";
import { subjectFault } from "../subject-fault.ts";
import { Confirm } from "../../../components/confirm.tsx";
import { Empty } from "../../../components/empty.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import {
  PortalEndLiaisonDocument,
  PortalNameLiaisonDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { showDay } from "../../../words/time.ts";
import { CorrectLiaison } from "./correct-liaison.tsx";
import type { OfficeOrganization } from "./page.tsx";

/** Who acts for a unit, and a form to name somebody else. */
export function Liaisons({ unit }: { readonly unit: OfficeOrganization }) {
  const liaisons = unit.liaisons?.nodes ?? [];
  return (
    <>
      {liaisons.length === 0 ? (
        <Empty title="还没有联络员">
          没有联络员，就没有人能代表这个单位办理事项。请在下面指定。
        </Empty>
      ) : (
        <ul className="rows">
          {liaisons.map((liaison) => (
            <LiaisonRow
              key={liaison.id}
              liaison={liaison}
              unit={unit.name}
              isLast={liaisons.length === 1}
            />
          ))}
        </ul>
      )}
      <NameLiaison unit={unit} />
    </>
  );
}

type Liaison = NonNullable<OfficeOrganization["liaisons"]>["nodes"][number];

interface LiaisonRowProps {
  readonly liaison: Liaison;
  readonly unit: string;
  readonly isLast: boolean;
}

function LiaisonRow({ liaison, unit, isLast }: LiaisonRowProps) {
  const { id, version, name, subject, createdAt } = liaison;
  const end = useChange(PortalEndLiaisonDocument);
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">{name}</p>
        <p className="muted">
          {showDay(createdAt)}起{subject !== null && ` · 登录名 ${subject}`}
        </p>
      </div>
      <CorrectLiaison liaison={liaison} />
      <Confirm
        action="卸任"
        of={name}
        question={`${name}不再担任“${unit}”的联络员？从现在起不能再代表单位办理事项。${
          isLast ? "这是最后一位联络员，请记得另行指定。" : ""
        }`}
        error={end.error}
        onConfirm={async () => {
          await end.mutateAsync({ id, version });
        }}
      />
    </li>
  );
}

function NameLiaison({ unit }: { readonly unit: OfficeOrganization }) {
  const change = useChange(PortalNameLiaisonDocument);
  const form = useForm({
    name: `office.liaison.${unit.id}`,
    initial: { name: "", subject: "" },
    check: ({ name, subject }) => ({
      name: textFault(name, { name: "姓名", most: 50 }),
      subject: subjectFault(subject),
    }),
    send: (values) => change.mutateAsync({ organizationId: unit.id, ...values }),
  });
  return (
    <div className="panel">
      <Form form={form} action="指定" label="指定联络员">
        <TextLine label="姓名" {...form.field("name")} isRequired />
        <TextLine
          label="登录名"
          {...form.field("subject")}
          isRequired
          hint="此人登录统一身份认证时的标识，请向管理账号的同事索取"
        />
      </Form>
    </div>
  );
}
