import type { ContactCardPartsFragment } from "../../graph/generated/graphql.ts";
import { ContactCardRow } from "./contact-card-row.tsx";

interface ContactCardListProps {
  readonly cards: readonly ContactCardPartsFragment[];
  /** Whether each says whose it is; not needed on the page of its unit. */
  readonly withOwner?: boolean;
}

export function ContactCardList({ cards, withOwner = false }: ContactCardListProps) {
  return (
    <ul className="rows">
      {cards.map((card) => (
        <ContactCardRow key={card.id} card={card} withOwner={withOwner} />
      ))}
    </ul>
  );
}
