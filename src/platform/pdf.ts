import { certainlyDrawn, drawnBy, type Drawn } from '#platform/typst.ts'

/**
 * A tagged PDF/UA-1 of one of our own Typst templates. What the fonts cannot draw stands as `…`, since PDF/UA takes no
 * letter without its shape. Throws a Refusal (503) where this machine has no compiler.
 */
export async function pdfOf(template: string, drawn: Drawn): Promise<Buffer> {
  const pdf = (await writtenAs(template, drawn)) ?? (await writtenAs(template, certainlyDrawn(drawn)))
  if (pdf === null) throw new Error('a PDF template holds letters that no font of its own has')
  return pdf
}

/** Null where a letter has no shape in any font. */
const writtenAs = (template: string, drawn: Drawn): Promise<Buffer | null> =>
  drawnBy(template, drawn, (compiler, laidOut) => {
    try {
      return compiler.pdf(laidOut, { pdfStandard: 'ua-1' })
    } catch (fault) {
      if (String(fault).includes('could not be displayed')) return null
      throw fault
    }
  })
