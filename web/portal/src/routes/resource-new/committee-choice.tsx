import { namesOf } from "../../app/own-committees.ts";
import { Choice } from "../../components/choice.tsx";
import type { Field } from "../../forms/use-form.ts";
import { type Audience, UnitCommitteesDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { AUDIENCES } from "../../words/labels.ts";

/** No committee's list. */
export const NO_COMMITTEE = "NONE";

const { PARTIES: _parties, ...others } = AUDIENCES;
/** Those who may see it: for what a unit shares, not the parties of something. */
export const SHARED_WITH = others;

interface CommitteeChoiceProps extends Field<string> {
  /** Id of the unit that shares it. */
  readonly unit: string;
  /** The committee on whose list it is now: shown even if the unit has left it. */
  readonly listed?: { readonly id: string; readonly name: string } | null;
}

/** On which list it goes: that of a committee of the unit's, or none. */
export function CommitteeChoice({ unit, listed, ...field }: CommitteeChoiceProps) {
  const { data } = useAsk(UnitCommitteesDocument, { unit });
  const own = (data?.organization?.memberships?.nodes ?? []).flatMap(
    ({ committee }) => committee ?? [],
  );
  return (
    <Choice
      label="列入哪个委员会的清单"
      options={{ [NO_COMMITTEE]: "不列入", ...namesOf([...(listed ? [listed] : []), ...own]) }}
      {...field}
    />
  );
}

/** What is wrong with the list, as far as the page can tell. */
export const committeeFault = ({
  audience,
  committeeId,
}: {
  readonly audience: Audience;
  readonly committeeId: string;
}): string | undefined =>
  audience === "COMMITTEE" && committeeId === NO_COMMITTEE
    ? "请选择是哪个委员会的单位可见。"
    : undefined;
