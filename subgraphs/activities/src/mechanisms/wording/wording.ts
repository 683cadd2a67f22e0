import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { CorrectedField, Fact, Facts } from "@alliance-hub/platform/notices/facts";
import { CAUSES } from "@alliance-hub/platform/notices/causes";
import { toldField } from "@alliance-hub/platform/notices/told-fields";
import { TASK_KINDS } from "@alliance-hub/platform/notices/task-kinds";
import { filled } from "@alliance-hub/platform/notices/template";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { fieldWord } from "@alliance-hub/platform/words/fields";
import { nounWords } from "@alliance-hub/platform/words/nouns";
import { stateWords } from "@alliance-hub/platform/words/states";
import { dayWords, instantWords, rangeWords } from "@alliance-hub/platform/words/times";
import { inLanguage } from "@alliance-hub/platform/words/in-language";
import type { Words } from "@alliance-hub/platform/words/words";
import { createNames } from "./names.ts";
import { createTitles } from "./titles.ts";

/** Makes the words of notices and tasks when somebody reads them, in the rights and the language of that reader. */
export interface Wording {
  /**
   * A text with its places filled. A record that the reader may not see has no title in it, and what somebody
   * wrote is left out beside it.
   */
  of(text: Words, facts: Facts): Promise<string>;
  /**
   * What was corrected, field by field.
   *
   * @param hides whether the reader may not see what somebody wrote there.
   */
  corrected(fields: readonly CorrectedField[], hides: boolean): Promise<CorrectionInWords[]>;
}

/** A corrected field, in the reader's language. */
export interface CorrectionInWords {
  readonly field: string;
  readonly label: string;
  /** Null where there is none, or it is not told. */
  readonly before: string | null;
  readonly after: string | null;
  /** Whether only the field is told. */
  readonly isWithheld: boolean;
}

/** For one call. */
export function createWording(context: BaseContext<DirectoryTables>): Wording {
  const names = createNames(context.rows);
  const titles = createTitles(context);
  const { language = "zh-CN" } = context;

  const wordsOf = async (fact: Fact, hides: boolean): Promise<Words | null> => {
    if ("unit" in fact) return named(await names.units.load(fact.unit), "Organization");
    if ("committee" in fact) return named(await names.committees.load(fact.committee), "Committee");
    if ("region" in fact) return named(await names.regions.load(fact.region), "Region");
    if ("record" in fact) {
      const [noun, id] = fact.record;
      const title = await titles(noun, id);
      return title === null ? someOf(noun) : { zh: `“${title}”`, en: `“${title}”` };
    }
    const now = context.clock();
    if ("from" in fact)
      return rangeWords({ start: new Date(fact.from), end: new Date(fact.to) }, now);
    if ("at" in fact) return instantWords(new Date(fact.at), now);
    if ("day" in fact) return dayWords(fact.day, now);
    if ("number" in fact) return both(String(fact.number));
    if ("value" in fact) return valueWords(...fact.value);
    if ("state" in fact) return stateWords(...fact.state);
    if ("corrected" in fact) {
      const said = await Promise.all(fact.corrected.map((one) => correctedWords(one, hides)));
      return {
        zh: said.map(({ label, values }) => label.zh + (values?.zh ?? "")).join("；"),
        en: said.map(({ label, values }) => label.en + (values?.en ?? "")).join("; "),
      };
    }
    if ("task" in fact) {
      const [kind, facts] = fact.task;
      return await wordsFor(TASK_KINDS[kind], facts);
    }
    if ("because" in fact) {
      const [cause, facts] = fact.because;
      return await wordsFor(CAUSES[cause], facts, hides);
    }
    return { zh: fact.text, en: fact.english ?? fact.text };
  };
  /** A corrected field; of what is told only by name, and beside a hidden record, the values are left out. */
  const correctedWords = async (one: CorrectedField, hides: boolean): Promise<SaidCorrection> => {
    const { noun, field, of, before, after } = one;
    const label = {
      zh: fieldWord(field, noun) ?? field,
      en: toldField(noun, field)?.en ?? field,
    };
    const whose = of && !hides ? await valueWordsOf(of) : null;
    const whole = whose
      ? { zh: `${whose.zh}的${label.zh}`, en: `${label.en} of ${whose.en}` }
      : label;
    if (before === undefined || after === undefined || hides)
      return { label: whole, before: null, after: null, values: null };
    const [old, now] = [await valueWordsOf(before), await valueWordsOf(after)];
    const values = {
      zh: `（原${old ? `为${old.zh}` : "来没有"}，现${now ? `为${now.zh}` : "在没有"}）`,
      en: ` (was ${old?.en ?? "empty"}, is now ${now?.en ?? "empty"})`,
    };
    return { label: whole, before: old, after: now, values };
  };
  const valueWordsOf = async (fact: Fact | null): Promise<Words | null> => {
    if (fact === null) return null;
    const words = await wordsOf(fact, false);
    return words && "text" in fact ? { zh: `“${words.zh}”`, en: `“${words.en}”` } : words;
  };
  const isHidden = async (fact: Fact | null): Promise<boolean> =>
    fact !== null && "record" in fact && (await titles(...fact.record)) === null;

  /** @param beside whether they stand beside a record that is hidden. */
  const wordsFor = async (text: Words, facts: Facts, beside = false): Promise<Words> => {
    const all = Object.entries(facts);
    const hidden = await Promise.all(all.map(([, fact]) => isHidden(fact)));
    const hides = beside || hidden.includes(true);
    const words = await Promise.all(
      all.map(async ([name, fact]): Promise<[string, Words | null]> => {
        const isTold = fact !== null && !(hides && "text" in fact);
        return [name, isTold ? await wordsOf(fact, hides) : null];
      }),
    );
    return filled(text, Object.fromEntries(words));
  };

  return {
    of: async (text, facts) => {
      return inLanguage(await wordsFor(text, facts), language);
    },
    corrected: async (fields, hides) =>
      await Promise.all(
        fields.map(async (one) => {
          const { field, of, before, after } = one;
          const isText = [of, before, after].some((value) => value != null && "text" in value);
          const said = await correctedWords(one, hides && isText);
          const inWords = (words: Words | null) => words && inLanguage(words, language);
          return {
            field,
            label: inLanguage(said.label, language),
            before: inWords(said.before),
            after: inWords(said.after),
            isWithheld: said.values === null,
          };
        }),
      ),
  };
}

interface SaidCorrection {
  readonly label: Words;
  readonly before: Words | null;
  readonly after: Words | null;
  /** What its label is followed by; null where the values are not told. */
  readonly values: Words | null;
}

const both = (text: string): Words => ({ zh: text, en: text });

function named(name: string | null, noun: "Organization" | "Committee" | "Region"): Words {
  return name === null ? someOf(noun) : both(name);
}

/** Instead of a title that is not for this reader. */
function someOf(noun: Parameters<typeof nounWords>[0]): Words {
  const { zh, en } = nounWords(noun);
  return { zh: `一项${zh}`, en: `one ${en}` };
}
