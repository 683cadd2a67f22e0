/** One entry of `/explorer/examples.json`. */
export interface Example {
  section: string;
  sectionTitle: string;
  name: string;
  title: string;
  kind: "query" | "mutation" | "subscription";
  query: string;
  comment: string;
  variables: Record<string, unknown>;
}

/** Examples of one section, in the order of the document. */
export interface ExampleSection {
  name: string;
  title: string;
  examples: Example[];
}

/**
 * The examples with records for whoever the token is of. The explorer is of use without examples too, so a failure
 * leaves the list empty and says so.
 */
export async function loadExamples(address: string, token: string): Promise<Example[]> {
  try {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(address, { headers, credentials: "omit" });
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return (await response.json()) as Example[];
  } catch (error) {
    console.error("示例读取失败 The examples could not be loaded:", error);
    return [];
  }
}

export function bySection(examples: readonly Example[]): ExampleSection[] {
  const sections = new Map<string, ExampleSection>();
  for (const example of examples) {
    const { section: name, sectionTitle: title } = example;
    const section = sections.get(name) ?? { name, title, examples: [] };
    section.examples.push(example);
    sections.set(name, section);
  }
  return [...sections.values()];
}

/** Whether every word typed occurs in what the list shows of the example, in either language. */
export function matches(example: Example, typed: string): boolean {
  const shown =
    `${example.title} ${example.name} ${example.sectionTitle} ${example.section}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word));
}
