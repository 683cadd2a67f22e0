/** A package of a lock file, and its licences. */
export interface LicensedPackage {
  /** Such as `node_modules/pg`. */
  readonly path: string;
  /** Alternative sets of licences; all licences of a set apply together. Empty if the package names none. */
  readonly choices: readonly (readonly string[])[];
}

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly license?: string; readonly link?: boolean }>
  >;
}

/** The packages of a lock file (npm's version 3) that are not the repository's own workspaces. */
export function licencesOf(lockFile: string): LicensedPackage[] {
  const { packages } = JSON.parse(lockFile) as LockFile;
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes("node_modules/") && !link)
    .map(([path, { license = "" }]) => ({ path, choices: choicesOf(license) }));
}

/** Reads an SPDX expression of names, AND, OR and parentheses (SPDX 3, annex B): OR binds less than AND. */
function choicesOf(expression: string): string[][] {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const anyOf = (): string[][] => {
    const choices = allOf();
    while (words[at] === "OR") {
      at += 1;
      choices.push(...allOf());
    }
    return choices;
  };
  const allOf = (): string[][] => {
    let choices = one();
    while (words[at] === "AND") {
      at += 1;
      const more = one();
      choices = choices.flatMap((all) => more.map((others) => [...all, ...others]));
    }
    return choices;
  };
  const one = (): string[][] => {
    const word = words[at++];
    if (word !== "(") return word === undefined ? [] : [[word]];
    const choices = anyOf();
    at += 1;
    return choices;
  };
  const choices = anyOf();
  // If something is left, as in "SEE LICENSE IN FILE", it is not an expression and names no licence that could
  // be permitted.
  return at < words.length ? [] : choices;
}
