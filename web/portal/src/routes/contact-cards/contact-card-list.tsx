import type { ContactCardPartsFragment } from "../../graph/generated/graphql.ts";
import { ContactCard } from "./contact-card.tsx";

interface ContactCardListProps {
  readonly cards: readonly ContactCardPartsFragment[];
  /** Whether each says whose it is; not needed on the page of its unit. */
  readonly withOwner?: boolean;
}

export function ContactCardList({ cards, withOwner = false }: ContactCardListProps) {
  return (
    <ul className="cards">
      {cards.map((card) => (
        <ContactCard key={card.id} card={card} withOwner={withOwner} />
      ))}
    </ul>
  );
}
