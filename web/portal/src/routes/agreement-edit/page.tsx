import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type AgreementOfPageFragment,
  AgreementPageDocument,
  PortalReviseAgreementDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { useChange } from "../../graph/use-change.ts";
import { rightsOf } from "../agreement/rights.ts";
import { AgreementFields } from "../agreement-new/fields.tsx";
import { type AgreementDraft, checkDraft, commitmentsOf } from "../agreement-new/values.ts";

const route = getRouteApi("/agreements/$id/edit");

/** Changes a draft. */
export function RevisePage() {
  const { id } = route.useParams();
  const viewer = useViewer();
  const query = useAsk(AgreementPageDocument, { id });
  return (
    <Loaded query={query}>
      {({ agreement }) =>
        agreement ? (
          <div className="page narrow">
            <p className="trail">
              <Link to="/agreements/$id" params={{ id }}>
                {agreement.title}
              </Link>
            </p>
            <h1>修改草稿</h1>
            {agreement.state === "DRAFT" && rightsOf(viewer, agreement).canChange ? (
              <ReviseForm agreement={agreement} />
            ) : agreement.state === "DRAFT" ? (
              <Empty title="草稿由各方的联络员，或委员会的书记修改" />
            ) : (
              <Empty title="已经提出，文本不能再改">
                还没有一方签署时，可以在协议页上退回草稿再改。
              </Empty>
            )}
          </div>
        ) : (
          <Lost />
        )
      }
    </Loaded>
  );
}

function ReviseForm({ agreement }: { readonly agreement: AgreementOfPageFragment }) {
  const navigate = useNavigate();
  const revise = useChange(PortalReviseAgreementDocument);
  const { id, version } = agreement;
  const initial = draftOf(agreement);
  const form = useForm({
    name: `agreement.${id}`,
    initial,
    check: checkDraft,
    send: async (values) => {
      const { title, partyIds, termFrom = "", termTo = "", audience } = values;
      const commitments = commitmentsOf(values);
      // Sent only where they changed: a resource that the viewer may not see would be lost.
      const isChanged = JSON.stringify(commitments) !== JSON.stringify(commitmentsOf(initial));
      await revise.mutateAsync({
        id,
        version,
        title,
        termFrom,
        termTo,
        audience,
        partyIds: [...partyIds],
        ...(isChanged ? { commitments } : {}),
      });
      void navigate({ to: "/agreements/$id", params: { id } });
    },
  });
  return (
    <Form
      form={form}
      action="保存草稿"
      label="修改草稿"
      more={
        <Link to="/agreements/$id" params={{ id }} className="button button-quiet">
          不改了
        </Link>
      }
    >
      <AgreementFields form={form} />
    </Form>
  );
}

function draftOf(agreement: AgreementOfPageFragment): AgreementDraft {
  const { committee, title, parties, termFrom, termTo, audience, commitments } = agreement;
  return {
    committeeId: committee?.id,
    title,
    partyIds: parties.flatMap(({ organization }) => organization?.id ?? []),
    termFrom,
    termTo,
    audience,
    commitments: commitments.map(({ id, organization, clause, resource, timesPerYear }) => ({
      key: id,
      organizationId: organization?.id,
      clause,
      resourceId: resource?.id,
      timesPerYear: timesPerYear ?? undefined,
    })),
  };
}
