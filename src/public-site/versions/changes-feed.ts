import { yearsInWords } from '#contracts/years-in-words.ts'
import { changesInWords } from '#contract-year/versions/changes-in-words.ts'
import type { VersionLine } from '#contract-year/versions/versions.sql.ts'
import { inWords } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { english } from '#platform/language/say.ts'
import { absoluteAddress, type SiteChrome } from '#platform/page.ts'
import { feedText } from '../feed-text.ts'
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
  const newest = versions.map((version) => changedAt(version).getTime())
  return feedText(html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>tag:frankpledge,2026:/${about}/changes</id>
<title>${title}</title>
<link rel="self" href="${to(`/${about}/changes.atom`)}"/>
<link rel="alternate" type="text/html" href="${to(alternate)}"/>
<author><name>${author}</name></author>
<updated>${new Date(Math.max(0, ...newest)).toISOString()}</updated>
${versions.map((version) => entry(version, to))}</feed>
`)
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
