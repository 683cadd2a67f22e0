import { isId } from "@alliance-hub/platform/keys/loader";
import type { FieldChange } from "@alliance-hub/platform/field-changes/field-changes";
import { fieldWord } from "@alliance-hub/platform/words/fields";
import { valueInChinese } from "@alliance-hub/platform/words/values";

/** A change of a field, as people read it. */
interface ChangeInWords {
  readonly field: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly isWithheld: boolean;
}

interface Named {
  readonly byId: { load(id: string): Promise<{ readonly name: string } | null> };
}

/** Records by whose names their ids are shown. */
interface NamedRecords {
  readonly organizations: Named;
  readonly committees: Named;
}

/**
 * The changes of an entry as people read them. Organisations and committees are named: one read of each for all
 * entries of a page.
 */
export async function changesInWords(
  { noun, changes }: { readonly noun: string; readonly changes: readonly FieldChange[] },
  records: NamedRecords,
): Promise<ChangeInWords[]> {
  const names = await namesOf(idsIn(changes), records);
  return changes.map((change) => {
    const { field } = change;
    const words = (value: unknown): string | null =>
      valueInChinese(value, { noun, field }, (text) => names.get(text) ?? text);
    return {
      field,
      label: fieldWord(field, noun) ?? field,
      before: words(change.before),
      after: words(change.after),
      isWithheld: !("after" in change),
    };
  });
}

/** Ids that are among the values, each once. */
function idsIn(changes: readonly FieldChange[]): string[] {
  const texts = changes.flatMap(({ before, after }) => [...textsIn(before), ...textsIn(after)]);
  return [...new Set(texts.filter(isId))];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

async function namesOf(
  ids: readonly string[],
  { organizations, committees }: NamedRecords,
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const [organization, committee] = await Promise.all([
        organizations.byId.load(id),
        committees.byId.load(id),
      ]);
      return [id, (organization ?? committee)?.name ?? id] as const;
    }),
  );
  return new Map(found);
}
