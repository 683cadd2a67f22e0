import { getRouteApi } from "@tanstack/react-router";
import { usePlace, useViewer } from "../../app/viewer.ts";
import { ContactCardList } from "./contact-card-list.tsx";
import { Filters } from "../../components/filters.tsx";
import { CommitteeField } from "../../components/committee-field.tsx";
import { Empty } from "../../components/empty.tsx";
import { OrganizationField } from "../../components/organization-field.tsx";
import { Paged } from "../../components/paged.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { SearchLine } from "../../components/search-line.tsx";
import { Tags } from "../../components/tags.tsx";
import { ContactCardsPageDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { NewCard } from "./new-card.tsx";
import { type ContactCardSearch, contactCardFilterOf } from "./search.ts";
import { useOwnerName } from "./use-owner-name.ts";

const route = getRouteApi("/contact-cards");

/** Whom to call: the posts of units and committees, by place, owner and name. */
export function ContactCardsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const ownPlace = usePlace();
  const change = (changed: Partial<ContactCardSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const { unit, committee, place, text } = search;
  const owner = useOwnerName(search);
  const isOfOne = unit !== undefined || committee !== undefined;
  return (
    <div className="page">
      <h1>连心卡</h1>
      <p className="muted">
        哪个岗位负责、怎样联系。本人尚未同意公开的，只显示姓氏（如“委员**”），不显示电话。
      </p>
      <NewCard />
      <Filters of={search}>
        <SearchLine
          value={text}
          onSearch={(words) => change({ text: words })}
          placeholder="岗位、姓名"
        />
        <PlaceField
          label="地方"
          value={place ?? (isOfOne ? undefined : ownPlace)}
          onChange={(code) => change({ place: code })}
        />
        <CommitteeField
          label="委员会"
          place={place}
          value={committee}
          onChange={(id) => change({ committee: id, unit: undefined })}
        />
        <OrganizationField
          key={owner}
          label="单位"
          value={unit !== undefined && owner !== undefined ? { id: unit, name: owner } : undefined}
          onChange={(chosen) => change({ unit: chosen?.id, committee: undefined })}
        />
      </Filters>
      <Tags
        label="只看"
        tags={owner === undefined ? {} : { owner }}
        onRemove={() => change({ unit: undefined, committee: undefined })}
      />
      {viewer && <Cards filter={contactCardFilterOf(search, ownPlace)} />}
    </div>
  );
}

function Cards({ filter }: { readonly filter: ReturnType<typeof contactCardFilterOf> }) {
  const pages = usePages(ContactCardsPageDocument, filter, ({ contactCards }) => contactCards);
  return (
    <Paged
      pages={pages}
      empty={
        <Empty title="没有找到连心卡">
          换一个地方或关键词。没有公开的姓名查不到，可以按岗位查找。
        </Empty>
      }
    >
      {(cards) => <ContactCardList cards={cards} withOwner />}
    </Paged>
  );
}
