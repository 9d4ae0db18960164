import { allForces } from '#areas/areas.sql.ts'
import { dayAt } from '#platform/day.ts'
import type { Answer } from '#platform/http/answers.ts'
import { everyone, get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { teamNames } from './files/teams.sql.ts'
import { giveEventsAsJson, giveFile } from './files/give-file.ts'
import { openFiles } from './files/open-files.ts'
import { openDataPage } from './open-data.page.ts'

/**
 * Kept until something is recorded for the team, or the day ends. The key of a force’s own files begins with its id and `|`,
 * which is forgotten whenever one of its teams records something.
 */
const ofPlace = ({ params: { force, team }, path, now }: Visit): string =>
  [team === undefined ? force : `${force}/${team}`, path, dayAt(now, 'Europe/London')].join('|')

const kept = { cache: ofPlace, perMinute: 120 }

/** Files that anybody may take; docs/open-data.md tells each address and column. */
export const openDataRoutes: readonly Route[] = [
  get('/open-data', everyone, showOpenData, { translated: true }),
  ...openFiles.flatMap((file) =>
    file.formats.flatMap((format) => {
      const give = file.name === 'events' && format === 'json' ? giveEventsAsJson : giveFile(file, format)
      return ['/open-data/:force', '/open-data/:force/:team'].map((place) =>
        get(`${place}/${file.name}.${format}`, everyone, give, kept),
      )
    }),
  ),
]

async function showOpenData({ db, site }: Visit): Promise<Answer> {
  const [forces, teams] = await Promise.all([allForces(db), teamNames(db)])
  return openDataPage({ site, forces, teams })
}
