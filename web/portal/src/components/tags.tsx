import type { ReactNode } from "react";

interface TagsProps {
  readonly label: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly onRemove: (id: string) => void;
}

/** The filters that are set, each of which can be taken away. */
export function Tags({ label, tags, onRemove }: TagsProps) {
  if (Object.keys(tags).length === 0) return null;
  return (
    <TagGroup label={label}>
      {Object.entries(tags).map(([id, name]) => (
        <Tag key={id} name={name} onRemove={() => onRemove(id)} />
      ))}
    </TagGroup>
  );
}

/** Around {@link Tag}s. */
export function TagGroup({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="tags" role="group" aria-label={label}>
      <span className="tags-label" aria-hidden="true">
        {label}
      </span>
      <ul className="tag-list">{children}</ul>
    </div>
  );
}

interface TagProps {
  readonly name: string;
  readonly onRemove: () => void;
}

/** One filter that is set. Taken away, it lets the focus go on to the next one, or to the one before. */
export function Tag({ name, onRemove }: TagProps) {
  return (
    <li className="tag">
      {name}
      <button
        type="button"
        className="tag-remove"
        aria-label={`去掉 ${name}`}
        onClick={({ currentTarget }) => {
          const row = currentTarget.parentElement;
          const next = row?.nextElementSibling ?? row?.previousElementSibling;
          next?.querySelector("button")?.focus();
          onRemove();
        }}
      >
        ✕
      </button>
    </li>
  );
}
