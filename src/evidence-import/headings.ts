import { foldWords } from '#platform/fold.ts'

/** What headings usually mean, null where that is anybody's guess; of two that mean the same the first is taken. */
export function guessFields<Field extends string>(
  headings: readonly string[],
  fields: Readonly<Record<Field, { readonly usual: RegExp }>>,
): (Field | null)[] {
  const columns: (Field | null)[] = []
  for (const heading of headings) {
    const words = foldWords(heading.replaceAll(/[_:*()-]+/g, ' '))
    let meant: Field | null = null
    for (const name in fields)
      if (meant === null && fields[name].usual.test(words) && !columns.includes(name)) meant = name
    columns.push(meant)
  }
  return columns
}
