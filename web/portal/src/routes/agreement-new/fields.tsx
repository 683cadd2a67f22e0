import { useCommitteeUnits } from "../../components/use-committee-units.ts";
import { Choice } from "../../components/choice.tsx";
import { TextLine } from "../../components/text-line.tsx";
import type { Audience } from "../../graph/generated/graphql.ts";
import { AUDIENCES } from "../../words/labels.ts";
import "./agreement-form.css";
import { CommitmentLines } from "./commitment-lines.tsx";
import { PartyList } from "./party-list.tsx";
import { TermFields } from "./term-fields.tsx";
import type { AgreementFormState } from "./values.ts";

/** What an agreement consists of, for a new one and for a draft that is changed. */
export function AgreementFields({ form }: { readonly form: AgreementFormState }) {
  const { units: sides } = useCommitteeUnits(form.values.committeeId);
  return (
    <>
      <TextLine label="标题" {...form.field("title")} isRequired placeholder="如：校社共建协议" />
      <PartyList sides={sides} {...form.field("partyIds")} />
      <TermFields form={form} />
      <CommitmentLines form={form} sides={sides} />
      <Choice
        label="公开范围"
        options={AUDIENCES}
        {...form.field("audience")}
        onChange={(audience) => form.set({ audience: audience as Audience })}
      />
    </>
  );
}
