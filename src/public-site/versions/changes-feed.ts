import { yearsInWords } from '#contracts/years-in-words.ts'
import { changesInWords } from '#contract-year/versions/changes-in-words.ts'
import type { VersionLine } from '#contract-year/versions/versions.sql.ts'
import { inWords } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { firstLanguage } from '#platform/language/language.ts'
import { english } from '#platform/language/say.ts'
import { absoluteAddress, type SiteChrome } from '#platform/page.ts'
import { atomFeed, latestOf } from '../atom-feed.ts'
import { changesAddress, versionAddress } from './version-addresses.ts'

type Feed = {
  readonly site: SiteChrome
  /** `dorset/west-dorset/contract`, or `dorset/contracts`: never another’s, and never changed. */
  readonly about: string
  readonly title: string
  readonly author: string
  /** The page that tells people the same. */
  readonly alternate: string
}

/** What changed in contracts, as an Atom feed: an entry for each version, which changes once, where it is withdrawn. */
export function changesFeed(versions: readonly VersionLine[], { site, about, title, author, alternate }: Feed): string {
  const to = (path: string) => absoluteAddress(site, path)
  return atomFeed(
    {
      about: `/${about}/changes`,
      title,
      author,
      self: to(`/${about}/changes.atom`),
      alternate: to(alternate),
      updated: latestOf(versions.map(changedAt), new Date(0)),
      language: firstLanguage,
    },
    versions.map((version) => entry(version, to)),
  )
}

const changedAt = ({ madeAt, withdrawnAt }: VersionLine): Date => withdrawnAt ?? madeAt

function entry(version: VersionLine, to: (path: string) => string): Html {
  const { contractId, teamId, team, year, number, from, to: until, madeAt } = version
  const address = number === 1 ? versionAddress(teamId, year, number) : changesAddress(teamId, year, number)
  const years = yearsInWords({ from, to: until }, english)
  return html`<entry>
<id>tag:frankpledge,2026:/${contractId}/versions/${number}</id>
<title>${team}: engagement contract ${years}, version ${number}</title>
<link rel="alternate" type="text/html" href="${to(address)}"/>
<published>${madeAt.toISOString()}</published>
<updated>${changedAt(version).toISOString()}</updated>
<summary>${summary(version)}</summary>
</entry>
`
}

function summary(version: VersionLine): string {
  const { why, withdrawnOn, withdrawnWhy } = version
  if (withdrawnOn !== null) return `Withdrawn on ${inWords(withdrawnOn)} because: ${withdrawnWhy}`
  const changes = changesInWords(version).join(' ')
  return why === '' ? changes : `${changes} Why: ${why}`
}
