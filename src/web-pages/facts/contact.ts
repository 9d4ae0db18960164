/** Ways to reach somebody, in the order in which a page tells them; all but `report` are the national ones. */
export const waysOfContact = [
  'email',
  'telephone',
  'mobile',
  'report',
  'address',
  'web',
  'facebook',
  'twitter',
  'youtube',
] as const

export type WayOfContact = (typeof waysOfContact)[number]

/** How to reach somebody; what is unknown is left out. `report`, `web` and the accounts are addresses of the web. */
export type Contact = Readonly<Partial<Record<WayOfContact, string>>>

/** Each way as a page says it. */
export const wayInWords: Readonly<Record<WayOfContact, string>> = {
  email: 'E-mail',
  telephone: 'Telephone',
  mobile: 'Mobile',
  report: 'Report online',
  address: 'Address',
  web: 'Website',
  facebook: 'Facebook',
  twitter: 'Twitter',
  youtube: 'YouTube',
}

/** Whether somebody can be asked directly: a named officer must be. */
export const isReachable = ({ email, telephone, mobile }: Contact): boolean =>
  [email, telephone, mobile].some((way) => way !== undefined && way !== '')
