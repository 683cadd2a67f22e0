import { useState } from "react";
import { Confirm } from "../../../components/confirm.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { Empty } from "../../../components/empty.tsx";
import { FormDialog } from "../../../components/form-dialog.tsx";
import { Paged } from "../../../components/paged.tsx";
import { Views } from "../../../components/views.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import {
  type ApplicationPartsFragment,
  OfficeApplicationsDocument,
  PortalAcceptApplicationDocument,
  PortalReturnApplicationDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { type Day, dayOf } from "../../../words/time.ts";
import { beginFault } from "../begin.ts";
import { ApplicationRow } from "../application-row.tsx";

const VIEWS = { waiting: "待答复", all: "全部" } as const;

/** Units that ask to join, with an answer for each. @param committee its id. */
export function Applications({ committee }: { readonly committee: string }) {
  const [view, setView] = useState<keyof typeof VIEWS>("waiting");
  const pages = usePages(
    OfficeApplicationsDocument,
    { id: committee, ...(view === "waiting" ? { states: ["SUBMITTED" as const] } : {}) },
    (result) => result.committee?.applications,
  );
  return (
    <section className="stack">
      <div>
        <Views label="看哪些申请" options={VIEWS} value={view} onChange={setView} />
      </div>
      <Paged
        pages={pages}
        empty={
          <Empty title={view === "waiting" ? "没有待答复的申请" : "还没有单位申请加入"}>
            单位的联络员可以在委员会页面上申请加入，由您同意或退回。
          </Empty>
        }
      >
        {(applications) => (
          <ul className="rows">
            {applications.map((application) => (
              <ApplicationRow key={application.id} application={application} showsUnit>
                <Answers application={application} />
              </ApplicationRow>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

interface AnswersProps {
  readonly application: ApplicationPartsFragment;
}

function Answers({ application }: AnswersProps) {
  const { id, version, organization } = application;
  const name = organization?.name ?? "这个单位";
  const giveBack = useChange(PortalReturnApplicationDocument);
  return (
    <div className="buttons">
      <FormDialog action="同意" of={name} title="同意加入" look="main">
        {(close) => <Accept application={application} onDone={close} />}
      </FormDialog>
      <Confirm
        action="退回"
        of={name}
        question={`退回“${name}”的申请？对方会看到原因，以后可以重新申请。`}
        reasonLabel="原因（对方会看到）"
        error={giveBack.error}
        onConfirm={async (reason) => {
          await giveBack.mutateAsync({ id, version, reason });
        }}
      />
    </div>
  );
}

function Accept({ application, onDone }: AnswersProps & { readonly onDone: () => void }) {
  const { id, version, organization } = application;
  const accept = useChange(PortalAcceptApplicationDocument);
  const form = useForm({
    name: `application.${id}.accept`,
    initial: { joinedOn: dayOf(new Date()) as Day | undefined },
    check: ({ joinedOn }) => ({ joinedOn: beginFault(joinedOn) }),
    send: async ({ joinedOn = "" }) => {
      await accept.mutateAsync({ id, version, joinedOn });
      onDone();
    },
  });
  return (
    <Form form={form} action="同意加入">
      <p>“{organization?.name}”成为成员单位，从此能看到委员会内部的资源、需求和活动。</p>
      <DayField label="加入日期" {...form.field("joinedOn")} />
    </Form>
  );
}
