interface TagsProps {
  readonly label: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly onRemove: (id: string) => void;
}

/** The filters that are set, each of which can be taken away. */
export function Tags({ label, tags, onRemove }: TagsProps) {
  if (Object.keys(tags).length === 0) return null;
  return (
    <div className="tags" role="group" aria-label={label}>
      <span className="tags-label" aria-hidden="true">
        {label}
      </span>
      <ul className="tag-list">
        {Object.entries(tags).map(([id, name]) => (
          <li key={id} className="tag">
            {name}
            <button
              type="button"
              className="tag-remove"
              aria-label={`去掉 ${name}`}
              onClick={() => onRemove(id)}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
