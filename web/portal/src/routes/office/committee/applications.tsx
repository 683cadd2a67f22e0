import { useState } from "react";
import { Empty } from "../../../components/empty.tsx";
import { Paged } from "../../../components/paged.tsx";
import { Views } from "../../../components/views.tsx";
import { OfficeApplicationsDocument } from "../../../graph/generated/graphql.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { AnswerApplication } from "../answer-application.tsx";
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
                <div className="buttons">
                  <AnswerApplication
                    id={application.id}
                    of={application.organization?.name ?? "这个单位"}
                    question={`退回“${application.organization?.name ?? "这个单位"}”的申请？对方会看到原因，以后可以重新申请。`}
                  />
                </div>
              </ApplicationRow>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}
