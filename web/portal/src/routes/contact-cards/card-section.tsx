import type { ContactCardPartsFragment } from "../../graph/generated/graphql.ts";
import { type CardOwner, ContactCardForm } from "./contact-card-form.tsx";
import { ContactCardList } from "./contact-card-list.tsx";
import { Empty } from "../../components/empty.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";

interface CardSectionProps {
  readonly cards: readonly ContactCardPartsFragment[];
  /** Whose cards they are, if the viewer may make one. */
  readonly owner?: CardOwner;
}

/** The contact cards on the page of a unit or committee. */
export function CardSection({ cards, owner }: CardSectionProps) {
  return (
    <>
      {cards.length === 0 ? (
        <Empty title="还没有连心卡">连心卡写明哪个岗位负责、办公电话和接待时间。</Empty>
      ) : (
        <ContactCardList cards={cards} />
      )}
      {owner && (
        <div>
          <FormDialog action="制作连心卡">
            {(close) => <ContactCardForm owner={owner} onDone={close} />}
          </FormDialog>
        </div>
      )}
    </>
  );
}
