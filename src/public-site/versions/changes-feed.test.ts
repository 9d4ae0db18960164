import assert from 'node:assert/strict'
import test from 'node:test'
import { nothingNamed } from '#contracts/versions/version.ts'
import type { VersionLine } from '#contract-year/versions/versions.sql.ts'
import { day } from '#platform/day.ts'
import { ownLook } from '#platform/look.ts'
import { changesFeed } from './changes-feed.ts'

const line: VersionLine = {
  contractId: 'dorset/west/2026',
  teamId: 'dorset/west',
  team: 'West',
  year: 2026,
  from: day('2026-08-02'),
  to: day('2027-08-01'),
  number: 2,
  publishedOn: day('2026-11-20'),
  madeAt: new Date('2026-11-20T10:00:00Z'),
  why: 'People asked',
  changes: { ...nothingNamed, reworded: ['R10'] },
  again: null,
  hash: '',
  isNewest: false,
  withdrawnOn: null,
  withdrawnAt: null,
  withdrawnWhy: null,
}

const site = {
  name: 'Frankpledge',
  homeHref: '/',
  language: 'en',
  look: ownLook,
  navigation: [],
  signedIn: null,
  notice: null,
  footer: null,
  assetPath: (name: string) => name,
} as const

const feedOf = (versions: readonly VersionLine[]): string[] => {
  const about = { site, about: 'dorset/west/contract', title: 'West', author: 'West', alternate: '/dorset/west' }
  return [...changesFeed(versions, about).matchAll(/<(?:updated|published)>([^<]*)</g)].map(([, at = '']) => at)
}

test('a feed was updated when its newest entry was, and an entry when its version was made or withdrawn', () => {
  const withdrawn = {
    withdrawnOn: day('2026-11-22'),
    withdrawnAt: new Date('2026-11-22T12:00:00Z'),
    withdrawnWhy: 'A slip',
  }
  const first = { ...line, number: 1, madeAt: new Date('2026-08-20T10:00:00Z') }
  const [made, since, begun] = ['2026-11-20T10:00:00.000Z', '2026-11-22T12:00:00.000Z', '2026-08-20T10:00:00.000Z']
  assert.deepEqual(feedOf([first, line]), [made, begun, begun, made, made])
  assert.deepEqual(feedOf([{ ...line, ...withdrawn }, first]), [since, made, since, begun, begun])
  assert.deepEqual(feedOf([]), ['1970-01-01T00:00:00.000Z'])
})
