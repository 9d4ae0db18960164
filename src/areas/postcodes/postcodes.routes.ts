import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { may } from '#people/permissions.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { forceAt } from '../team-at.ts'
import { loadPostcodes } from './load-postcodes.ts'
import { postcodesPage } from './postcodes.page.ts'
import { postcodeLoadings } from './postcodes.sql.ts'

/** The whole directory is about 1.3 GB. */
const maxBytes = 2 * 1024 ** 3

/** The national directory of postcodes, loaded by whoever loads boundaries. */
export const postcodeRoutes: readonly Route[] = [
  get('/desk/:force/postcodes', may('load boundaries'), (visit) => askForPostcodes(visit)),
  post('/desk/:force/postcodes', may('load boundaries'), takePostcodes, { upload: { maxBytes, onDisk: true } }),
]

async function askForPostcodes(visit: Visit, error?: string): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const asked = postcodesPage({ site: visit.site, force, loadings: await postcodeLoadings(visit.db), error })
  return error === undefined ? asked : shown(asked, 422)
}

async function takePostcodes(visit: Visit): Promise<Answer> {
  if (visit.files.length === 0) return askForPostcodes(visit, 'Choose at least one CSV file')
  const by = visit.person?.id ?? null
  for (const { path = '', filename } of visit.files) {
    const source = basename(filename).slice(0, 100)
    try {
      await loadPostcodes(visit.db, createReadStream(path), { source, at: visit.now, by })
    } catch (fault) {
      if (fault instanceof Refusal) return askForPostcodes(visit, `${source}: ${fault.message}`)
      throw fault
    }
  }
  return redirect(`/desk/${visit.params['force']}/postcodes`)
}
