import { html, type Html } from '#platform/html.ts'
import { contractAddress } from '../addresses.ts'

/** The versions of a team's contract of a year. */
export const versionsAddress = (teamId: string, year: number): string => `${contractAddress(teamId, year)}/versions`

export const versionAddress = (teamId: string, year: number, number: number): string =>
  `${versionsAddress(teamId, year)}/${number}`

export const changesAddress = (teamId: string, year: number, number: number): string =>
  `${versionAddress(teamId, year, number)}/changes`

/** The very bytes of a version, of which its SHA-256 can be taken. */
export const bytesAddress = (teamId: string, year: number, number: number): string =>
  `${versionAddress(teamId, year, number)}/document.json`

/** What changes in a team's contracts, and in those of all teams of a force. */
export const teamFeed = (teamId: string): string => `/${teamId}/contract/changes.atom`
export const forceFeed = (forceId: string): string => `/${forceId}/contracts/changes.atom`

/** Tells feed readers of a feed. */
export const feedLink = (address: string): Html =>
  html`<link rel="alternate" type="application/atom+xml" href="${address}">
`
