import { type AuditChange, valueOf } from "./words.ts";

/** Which fields a change gave other values, folded: the list stays one of entries. */
export function EntryChanges({ changes }: { readonly changes: readonly AuditChange[] }) {
  if (changes.length === 0) return null;
  return (
    <details className="audit-changes">
      <summary>改动 {changes.length} 项</summary>
      <dl>
        {changes.map(({ field, label, before, after, isWithheld }) => (
          <div key={field}>
            <dt>{label}</dt>
            {isWithheld ? (
              <dd className="muted">已更改，不留存内容</dd>
            ) : (
              <>
                <dd>
                  <span className="muted">原为</span> {valueOf(before)}
                </dd>
                <dd>
                  <span className="muted">改为</span> {valueOf(after)}
                </dd>
              </>
            )}
          </div>
        ))}
      </dl>
    </details>
  );
}
