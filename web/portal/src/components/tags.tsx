import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { Tag, TagGroup, TagList } from "react-aria-components/TagGroup";

interface TagsProps {
  readonly label: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly onRemove: (id: string) => void;
}

/** The filters that are set, each of which can be taken away. */
export function Tags({ label, tags, onRemove }: TagsProps) {
  if (Object.keys(tags).length === 0) return null;
  return (
    <TagGroup className="tags" onRemove={(ids) => ids.forEach((id) => onRemove(String(id)))}>
      <Label className="tags-label">{label}</Label>
      <TagList className="tag-list">
        {Object.entries(tags).map(([id, name]) => (
          <Tag key={id} id={id} textValue={name} className="tag">
            {name}
            <Button slot="remove" className="tag-remove" aria-label={`去掉 ${name}`}>
              ✕
            </Button>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  );
}
