import { Empty } from "../../components/empty.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { RegistrationForm } from "./registration-form.tsx";
import { RegistrationRows } from "./registration-rows.tsx";
import { OwnRegistrationsDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";

/** Where the viewer's units have registered, and the form for another community. */
export function OwnRegistrations() {
  const { data } = useAsk(OwnRegistrationsDocument, {});
  return (data?.viewer?.organizations ?? []).map(({ id, name, region, registrations }) => (
    <section key={id} className="stack">
      <h2>{name}</h2>
      {registrations?.nodes.length === 0 ? (
        <Empty title="还没有报到">
          单位到所在社区或街道报到，只报党员人数；对方接收后计入数据。
        </Empty>
      ) : (
        <RegistrationRows registrations={registrations?.nodes ?? []} />
      )}
      <div>
        <FormDialog action="报到" look="main">
          {(close) => (
            <RegistrationForm
              unit={{ id, name }}
              {...(region?.level === "COMMUNITY" ? { community: region.code } : {})}
              onDone={close}
            />
          )}
        </FormDialog>
      </div>
    </section>
  ));
}
