import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { Fact, Facts } from "@alliance-hub/platform/notices/facts";
import { CAUSES } from "@alliance-hub/platform/notices/causes";
import { TASK_KINDS } from "@alliance-hub/platform/notices/task-kinds";
import { filled } from "@alliance-hub/platform/notices/template";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { nounWords } from "@alliance-hub/platform/words/nouns";
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
    if ("from" in fact) return rangeWords({ start: new Date(fact.from), end: new Date(fact.to) });
    if ("at" in fact) return instantWords(new Date(fact.at));
    if ("day" in fact) return dayWords(fact.day);
    if ("number" in fact) return both(String(fact.number));
    if ("value" in fact) return valueWords(...fact.value);
    if ("task" in fact) {
      const [kind, facts] = fact.task;
      return await wordsFor(TASK_KINDS[kind], facts);
    }
    if ("because" in fact) {
      const [cause, facts] = fact.because;
      return await wordsFor(CAUSES[cause], facts, hides);
    }
    return both(fact.text);
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
  };
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
