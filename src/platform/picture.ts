import { sharpOfThisMachine } from '#platform/sharp.ts'
import { certainlyDrawn, drawnBy, type Drawn } from '#platform/typst.ts'

/** How large a picture to share is, in pixels, as those who show it ask (Open Graph). */
export const pictureSize = { width: 1200, height: 630 }

/** A small picture laid on a larger one: so high at the most, so far from its upper and its right edge. */
export type Laid = {
  readonly bytes: Buffer
  readonly height: number
  readonly fromTop: number
  readonly fromRight: number
}

/**
 * A PNG of 1200 × 630 pixels of one of our own Typst templates, with a crest laid on it where there is one. Throws a Refusal
 * (503) where this machine has no compiler or reads no pictures.
 */
export async function pictureOf(template: string, drawn: Drawn, crest: Laid | null): Promise<Buffer> {
  const sharp = await sharpOfThisMachine()
  const svg = await drawnBy(template, certainlyDrawn(drawn), (compiler, laidOut) => compiler.plainSvg(laidOut))
  const { width, height } = pictureSize
  const laid =
    crest &&
    (await sharp(crest.bytes, { density: 216 })
      .resize({ height: crest.height, width: 3 * crest.height, fit: 'inside' })
      .png()
      .toBuffer({ resolveWithObject: true }))
  const over = laid ? [{ input: laid.data, top: crest.fromTop, left: width - crest.fromRight - laid.info.width }] : []
  return sharp(Buffer.from(svg))
    .resize(width, height, { fit: 'fill' })
    .composite(over)
    .png({ palette: true, colours: 128 })
    .toBuffer()
}
