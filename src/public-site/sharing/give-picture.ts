import { readFileSync } from 'node:fs'
import type { Force } from '#areas/area.ts'
import { findAppearance, findCrest } from '#areas/appearance/appearances.sql.ts'
import { file, redirect, withHeader, type Answer } from '#platform/http/answers.ts'
import { leakyBucket } from '#platform/http/leaky-bucket.ts'
import type { Visit } from '#platform/http/visit.ts'
import { ownAccent } from '#platform/look.ts'
import { pictureOf, type Laid } from '#platform/picture.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Shared } from './shared.ts'

const template = readFileSync(new URL('./share.typ', import.meta.url), 'utf8')
const crest = { height: 92, fromTop: 20, fromRight: 64 }

/** For all who ask together: what is kept costs nothing, so this bounds only what is drawn anew. */
const drawing = leakyBucket({ perSecond: 4, burst: 40 })

/**
 * The picture of a page, in the force's colours with its crest; the site's own icon where this machine cannot draw. Throws a
 * Refusal (429) where more are asked for than it draws.
 */
export async function givePicture(visit: Visit, force: Force, shared: Shared): Promise<Answer> {
  if (!drawing.admits('everybody', visit.now.getTime()))
    throw new Refusal('Too many pictures are asked for at once: try again in a minute.', 429)
  try {
    const picture = file(await drawn(visit, force, shared), { type: 'image/png', filename: 'share.png', inline: true })
    return withHeader(picture, 'cross-origin-resource-policy', 'cross-origin')
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.status !== 503) throw fault
    return redirect(visit.site.assetPath('icon-512.png'), 302)
  }
}

async function drawn({ db, site }: Visit, force: Force, shared: Shared): Promise<Buffer> {
  const [appearance, kept] = await Promise.all([findAppearance(db, force.id), findCrest(db, force.id)])
  const laid: Laid | null = kept ? { bytes: kept.bytes, ...crest } : null
  const look = {
    colour: site.look.colour,
    accent: appearance?.accent ?? ownAccent,
    crestRoom: laid ? 3 * crest.height : 0,
  }
  return pictureOf(template, { ...shared, ...look, force: force.name, site: site.name, language: site.language }, laid)
}
