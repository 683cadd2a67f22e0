import { namesOf } from "../../app/own-committees.ts";
import { committeesOf, useViewer } from "../../app/viewer.ts";
import { Choice } from "../../components/choice.tsx";
import type { FormState } from "../../forms/use-form.ts";
import {
  type Audience,
  OpenRoundsDocument,
  UnitCommitteesDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { AUDIENCES } from "../../words/labels.ts";
import { dayOf, showDay } from "../../words/time.ts";

/** No committee, no round. */
export const NONE = "NONE";
/** Those who may see it: for what a unit needs, not the parties of something. */
const { PARTIES: _parties, ...SHOWN_TO } = AUDIENCES;

/** To whom a need is put, and who may see it. */
export interface NeedSharing {
  readonly committeeId: string;
  readonly collectionRoundId: string;
  readonly audience: Audience;
}

interface SharingFieldsProps {
  readonly form: Pick<FormState<NeedSharing>, "values" | "field" | "set">;
  readonly organizationId: string;
  /** What it has already, which can be kept: by id. Default: nothing. */
  readonly kept?: {
    readonly committee?: { readonly id: string; readonly name: string } | null;
    readonly round?: { readonly id: string; readonly title: string } | null;
  };
}

/** For a new need and for one that is changed. */
export function SharingFields({ form, organizationId, kept = {} }: SharingFieldsProps) {
  const { committeeId } = form.values;
  const committees = {
    ...(kept.committee ? namesOf([kept.committee]) : {}),
    ...useCommitteesOf(organizationId),
  };
  const isKeptRound = kept.round && committeeId === (kept.committee?.id ?? NONE);
  const rounds = {
    ...(kept.round && isKeptRound ? { [kept.round.id]: kept.round.title } : {}),
    ...useOpenRounds(committeeId),
  };
  return (
    <>
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
    </>
  );
}

/** What the hub would reject of it. */
export const checkSharing = ({ audience, committeeId }: NeedSharing) => ({
  committeeId:
    audience === "COMMITTEE" && committeeId === NONE ? "请选择是哪个委员会的单位可见。" : undefined,
});

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
