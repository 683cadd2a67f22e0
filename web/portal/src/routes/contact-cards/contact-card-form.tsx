import { orNull } from "../../forms/filled.ts";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import {
  type ContactCardPartsFragment,
  PortalMakeContactCardDocument,
  PortalUpdateContactCardDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { CheckLine } from "../../components/check-line.tsx";
import { TextLine } from "../../components/text-line.tsx";

type ContactCardFormProps =
  | { readonly card: ContactCardPartsFragment; readonly owner?: never; readonly onDone: () => void }
  | { readonly owner: CardOwner; readonly card?: never; readonly onDone: () => void };

/** Whose card is made: one of the two. */
export type CardOwner = { readonly organizationId: string } | { readonly committeeId: string };

/** Makes a card, or changes one. */
export function ContactCardForm({ card, owner, onDone }: ContactCardFormProps) {
  const make = useChange(PortalMakeContactCardDocument);
  const update = useChange(PortalUpdateContactCardDocument);
  const form = useForm({
    name: `contact-card.${card?.id ?? Object.values(owner ?? {}).join()}`,
    initial: {
      post: card?.post ?? "",
      holderName: card?.holderName ?? "",
      officePhone: card?.officePhone ?? "",
      hours: card?.hours ?? "",
      consent: card !== undefined && card.consentedAt !== null,
    },
    check: ({ post, holderName, officePhone, hours }) => ({
      post: textFault(post, { name: "岗位", most: 50 }),
      holderName: textFault(holderName, { name: "姓名", most: 50 }),
      officePhone: textFault(officePhone, { name: "办公电话", most: 40, isRequired: false }),
      hours: textFault(hours, { name: "接待时间", most: 100, isRequired: false }),
    }),
    send: async ({ post, holderName, officePhone, hours, consent }) => {
      // What is emptied is removed.
      const texts = {
        post,
        holderName,
        officePhone: orNull(officePhone),
        hours: orNull(hours),
      };
      if (card) await update.mutateAsync({ id: card.id, version: card.version, ...texts, consent });
      else await make.mutateAsync({ ...owner, ...texts, consent });
      onDone();
    },
  });
  const isOther =
    card !== undefined &&
    card.consentedAt !== null &&
    form.values.holderName.trim() !== card.holderName;
  return (
    <Form form={form} action={card ? "保存" : "制作连心卡"}>
      <TextLine label="岗位" {...form.field("post")} isRequired placeholder="如：联络员" />
      <TextLine
        label="姓名"
        {...form.field("holderName")}
        onChange={(holderName) => form.set({ holderName, consent: false })}
        isRequired
      />
      <TextLine
        label="办公电话"
        {...form.field("officePhone")}
        hint="请填写办公电话，不要填写手机号。"
      />
      <TextLine label="接待时间" {...form.field("hours")} placeholder="如：工作日 9:00–11:30" />
      <CheckLine value={form.values.consent} onChange={(consent) => form.set({ consent })}>
        本人同意公开姓名和电话
      </CheckLine>
      <p className="hint">
        {isOther
          ? "换了人：请征得这位持卡人本人的同意后再勾选。"
          : "没有勾选时，别的单位只看到姓氏，看不到电话。"}
      </p>
    </Form>
  );
}
