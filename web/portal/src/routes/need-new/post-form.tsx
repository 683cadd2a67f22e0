import { filled } from "../../forms/filled.ts";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { namesOf } from "../../app/own-committees.ts";
import { committeesOf, useViewer } from "../../app/viewer.ts";
import { CheckLine } from "../../components/check-line.tsx";
import { Choice } from "../../components/choice.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type Audience,
  type NeedKind,
  OpenRoundsDocument,
  PortalPostNeedDocument,
  UnitCommitteesDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { useChange } from "../../graph/use-change.ts";
import { AUDIENCES } from "../../words/labels.ts";
import { type Day, dayOf, showDay } from "../../words/time.ts";
import { NeedFields } from "./need-fields.tsx";
import { checkNeed } from "./values.ts";

interface PostFormProps {
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

const route = getRouteApi("/needs/new");
/** No committee, no round. */
const NONE = "NONE";
/** Those who may see it: for what a unit needs, not the parties of something. */
const { PARTIES: _parties, ...SHOWN_TO } = AUDIENCES;

export function PostForm({ units }: PostFormProps) {
  const { kind, committee, round } = route.useSearch();
  const navigate = useNavigate();
  const post = useChange(PortalPostNeedDocument);
  const form = useForm({
    name: "need",
    initial: {
      organizationId: units[0]?.id ?? "",
      title: "",
      kind: kind ?? ("SERVICE" as NeedKind),
      quantity: undefined as number | undefined,
      unit: "",
      description: "",
      neededBy: undefined as Day | undefined,
      audience: "ALLIANCE" as Audience,
      committeeId: committee ?? NONE,
      collectionRoundId: round ?? NONE,
      publish: true,
    },
    check: (values) => ({
      ...checkNeed(values),
      committeeId:
        values.audience === "COMMITTEE" && values.committeeId === NONE
          ? "请选择是哪个委员会的单位可见。"
          : undefined,
    }),
    send: async (values) => {
      const { quantity, unit, description, neededBy, committeeId, collectionRoundId, ...given } =
        values;
      const { postNeed } = await post.mutateAsync({
        ...given,
        ...(quantity === undefined ? {} : { quantity }),
        ...filled({ unit, description }),
        ...(neededBy === undefined ? {} : { neededBy }),
        ...(committeeId === NONE ? {} : { committeeId }),
        ...(collectionRoundId === NONE ? {} : { collectionRoundId }),
      });
      if (postNeed) void navigate({ to: "/needs/$id", params: { id: postNeed.need.id } });
    },
  });
  const { organizationId, committeeId, publish } = form.values;
  const committees = useCommitteesOf(organizationId);
  const rounds = useOpenRounds(committeeId);
  return (
    <Form form={form} action={publish ? "发布" : "存为草稿"} label="提出需求">
      {units.length > 1 && (
        <Choice
          label="提出单位"
          options={namesOf(units)}
          {...form.field("organizationId")}
          onChange={(id) =>
            form.set({ organizationId: id, committeeId: NONE, collectionRoundId: NONE })
          }
        />
      )}
      <NeedFields form={form} />
      <Choice
        label="向哪个委员会提出"
        options={{ [NONE]: "不向委员会提出", ...committees }}
        {...form.field("committeeId")}
        onChange={(id) => form.set({ committeeId: id, collectionRoundId: NONE })}
      />
      {Object.keys(rounds).length > 0 && (
        <Choice
          label="响应清单征集"
          options={{ [NONE]: "不响应", ...rounds }}
          {...form.field("collectionRoundId")}
        />
      )}
      <Choice
        label="谁可以看到"
        options={SHOWN_TO}
        {...form.field("audience")}
        onChange={(audience) => form.set({ audience: audience as Audience })}
      />
      <CheckLine value={publish} onChange={(value) => form.set({ publish: value })}>
        马上发布（不勾选就先存为草稿，只有本单位能看到）
      </CheckLine>
    </Form>
  );
}

/** Committees that a unit can put a need to, by id: those that it is a member of, or that it acts for. */
function useCommitteesOf(unit: string): Readonly<Record<string, string>> {
  const led = committeesOf(useViewer());
  const { data } = useAsk(UnitCommitteesDocument, { unit });
  const joined = (data?.organization?.memberships?.nodes ?? []).flatMap(
    ({ committee }) => committee ?? [],
  );
  return namesOf([...joined, ...led]);
}

/** Rounds of a committee that can be answered today, by id. */
function useOpenRounds(committee: string): Readonly<Record<string, string>> {
  const { data } = useAsk(OpenRoundsDocument, { committee }, { isEnabled: committee !== NONE });
  if (committee === NONE) return {};
  const today = dayOf(new Date());
  return Object.fromEntries(
    (data?.collectionRounds?.nodes ?? [])
      .filter(({ opensOn }) => opensOn <= today)
      .map(({ id, title, closesOn }) => [id, `${title}（${showDay(closesOn)}截止）`]),
  );
}
