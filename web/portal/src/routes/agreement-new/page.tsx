import { Link, getRouteApi, useLocation, useNavigate } from "@tanstack/react-router";
import { type OwnCommittee, useOwnCommittees } from "../../app/own-committees.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { BackTo } from "../../components/back-to.tsx";
import { ListField } from "../../components/list-field.tsx";
import { Empty } from "../../components/empty.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { PortalDraftAgreementDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { dayOf } from "../../words/time.ts";
import { AgreementFields } from "./fields.tsx";
import { type AgreementDraft, checkDraft, commitmentsOf } from "./values.ts";

const route = getRouteApi("/agreements/new");

/** Drafts an agreement: for a unit that will be a party of it, or whoever runs the committee. */
export function DraftPage() {
  const viewer = useViewer();
  // A seat alone does not act for anybody.
  const isSomebody = unitsOf(viewer).length > 0;
  const committees = useOwnCommittees()?.filter(({ isRun }) => isRun || isSomebody);
  const { href } = useLocation();
  return (
    <div className="page narrow">
      <BackTo list="/agreements">共建协议</BackTo>
      <h1>草拟协议</h1>
      {viewer?.kind === "ANONYMOUS" ? (
        <Empty title="请先登录">
          协议由其中一方的联络员，或委员会的书记草拟。
          <Link to="/sign-in" search={{ back: href }}>
            去登录
          </Link>
        </Empty>
      ) : !committees ? (
        <div className="loading" role="status" aria-label="正在读取" />
      ) : committees.length === 0 ? (
        <Empty title="您还不能草拟协议">
          协议由其中一方的联络员，或委员会的书记草拟。请找本单位的联络员或委员会。
        </Empty>
      ) : (
        <DraftForm committees={committees} />
      )}
    </div>
  );
}

function DraftForm({ committees }: { readonly committees: readonly OwnCommittee[] }) {
  const { committee, unit } = route.useSearch();
  const units = unitsOf(useViewer());
  const navigate = useNavigate();
  const draft = useChange(PortalDraftAgreementDocument);
  const named = committees.find(({ id }) => id === committee) ?? committees[0];
  const own = named?.isRun ? [] : units.map(({ id }) => id).slice(0, 1);
  const initial: AgreementDraft = {
    committeeId: named?.id,
    title: "",
    partyIds: [...new Set([...own, ...(unit === undefined ? [] : [unit])])],
    termFrom: dayOf(new Date()),
    termTo: undefined,
    audience: "COMMITTEE",
    commitments: [],
  };
  const form = useForm({
    name: "agreement",
    initial,
    check: checkDraft,
    send: async (values) => {
      const { committeeId = "", title, partyIds, termFrom = "", termTo = "", audience } = values;
      const { draftAgreement } = await draft.mutateAsync({
        committeeId,
        title,
        partyIds: [...partyIds],
        termFrom,
        termTo,
        audience,
        commitments: commitmentsOf(values),
      });
      const id = draftAgreement?.agreement.id;
      if (id !== undefined) void navigate({ to: "/agreements/$id", params: { id } });
    },
  });
  return (
    <Form form={form} action="存为草稿" label="草拟协议">
      <ListField
        label="委员会"
        options={committees}
        placeholder="输入名称查找"
        {...form.field("committeeId")}
        onChange={(committeeId) =>
          form.set({ committeeId, partyIds: form.values.partyIds.filter((id) => own.includes(id)) })
        }
      />
      <AgreementFields form={form} />
      <p className="hint">草稿只有各方和委员会看得到。存好以后在协议页上提出，各方即可签署。</p>
    </Form>
  );
}
