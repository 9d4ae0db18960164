import { contractHeads } from '#contracts/contracts.sql.ts'
import { changesBetween } from '#contract-year/versions/changes.ts'
import {
  bytesOfVersion,
  findVersion,
  latestVersions,
  versionBefore,
  versionsOf,
} from '#contract-year/versions/versions.sql.ts'
import { text, type Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { contractOf, forceOf, nowhere, short, teamOf } from '../find.ts'
import { changesFeed } from './changes-feed.ts'
import { changesPage } from './changes.page.ts'
import { versionsAddress } from './version-addresses.ts'
import { versionPage, type VersionShown } from './version.page.ts'
import { versionsPage } from './versions.page.ts'

/** Every version of a contract (R48). */
export async function showVersions(visit: Visit): Promise<Answer> {
  const found = await contractOf(visit)
  const [versions, contracts] = await Promise.all([
    versionsOf(visit.db, found.contract.id),
    contractHeads(visit.db, [found.team.id]),
  ])
  return versionsPage({ ...found, site: visit.site, versions, contracts })
}

/** One version, which stays at its address whatever comes after it. */
export async function showVersion(visit: Visit): Promise<Answer> {
  return versionPage(await versionAt(visit))
}

/** What a version says otherwise than the one before. */
export async function showChanges(visit: Visit): Promise<Answer> {
  const shown = await versionAt(visit)
  const { version } = shown
  const before = await versionBefore(visit.db, version.contractId, version.number)
  const compared = before && { before: before.number, changes: changesBetween(before.document, version.document) }
  return changesPage({ ...shown, compared })
}

/** The very bytes of a version, so that anybody can take their SHA-256. */
export async function giveDocument(visit: Visit): Promise<Answer> {
  const { version, team, contract } = await versionAt(visit)
  const bytes = await bytesOfVersion(visit.db, version.contractId, version.number)
  if (bytes !== null) return text(bytes, 200, 'application/json; charset=utf-8')
  const say = sayIn(visit.language)
  const wayBack = { words: say.text`All versions of this contract`, href: versionsAddress(team.id, contract.year) }
  throw nowhere(say.text`Version ${version.number} was withdrawn, and its words can no longer be read.`, wayBack)
}

/** What changed in a team's contracts, as a feed. */
export async function giveTeamChanges(visit: Visit): Promise<Answer> {
  const { team } = await teamOf(visit)
  const versions = await latestVersions(visit.db, { teamId: team.id }, 50)
  const author = `${team.name} neighbourhood policing team`
  const newest = versions[0]
  return atom(
    changesFeed(versions, {
      site: visit.site,
      about: `${team.id}/contract`,
      title: `${team.name}: what changed in the engagement contract`,
      author,
      alternate: newest === undefined ? `/${team.id}` : versionsAddress(team.id, newest.year),
    }),
  )
}

/** What changed in the contracts of all teams of a force, as a feed. */
export async function giveForceChanges(visit: Visit): Promise<Answer> {
  const force = await forceOf(visit)
  const versions = await latestVersions(visit.db, { forceId: force.id }, 100)
  const about = `${force.id}/contracts`
  const title = `${force.name}: what changed in the engagement contracts`
  return atom(changesFeed(versions, { site: visit.site, about, title, author: force.name, alternate: `/${force.id}` }))
}

const atom = (feed: string): Answer => text(feed, 200, 'application/atom+xml; charset=utf-8')

async function versionAt(visit: Visit): Promise<VersionShown> {
  const found = await contractOf(visit)
  const { number = '' } = visit.params
  const version = /^[1-9]\d{0,5}$/.test(number) ? await findVersion(visit.db, found.contract.id, Number(number)) : null
  if (version) return { ...found, site: visit.site, version }
  const say = sayIn(visit.language)
  const wayBack = {
    words: say.text`All versions of this contract`,
    href: versionsAddress(found.team.id, found.contract.year),
  }
  throw nowhere(say.text`This contract has no version “${short(number)}”.`, wayBack)
}
