/** The national codes of outcomes by the names that street files give them. */
const codes: Readonly<Record<string, string>> = {
  'Awaiting court outcome': 'awaiting-court-result',
  'Court result unavailable': 'court-result-unavailable',
  'Court case unable to proceed': 'unable-to-proceed',
  'Local resolution': 'local-resolution',
  'Investigation complete; no suspect identified': 'no-further-action',
  'Offender deprived of property': 'deprived-of-property',
  'Offender fined': 'fined',
  'Offender given absolute discharge': 'absolute-discharge',
  'Offender given a caution': 'cautioned',
  'Offender given a drugs possession warning': 'drugs-possession-warning',
  'Offender given a penalty notice': 'penalty-notice-issued',
  'Offender given penalty notice': 'penalty-notice-issued',
  'Offender given community sentence': 'community-penalty',
  'Offender given conditional discharge': 'conditional-discharge',
  'Offender given suspended prison sentence': 'suspended-sentence',
  'Offender sent to prison': 'imprisoned',
  'Offender otherwise dealt with': 'other-court-disposal',
  'Offender ordered to pay compensation': 'compensation',
  'Suspect charged as part of another case': 'sentenced-in-another-case',
  'Suspect charged': 'charged',
  'Defendant found not guilty': 'not-guilty',
  'Defendant sent to Crown Court': 'sent-to-crown-court',
  'Unable to prosecute suspect': 'unable-to-prosecute',
  'Formal action is not in the public interest': 'formal-action-not-in-public-interest',
  'Action to be taken by another organisation': 'action-taken-by-another-organisation',
  'Further investigation is not in the public interest': 'further-investigation-not-in-public-interest',
  'Further action is not in the public interest': 'further-action-not-in-public-interest',
  'Under investigation': 'under-investigation',
  'Status update unavailable': 'status-update-unavailable',
}

/** The names of outcomes that have a national code. */
export const outcomeNames: readonly string[] = Object.keys(codes)

/** The code of an outcome; null for a name that the national interface does not know. */
export const outcomeCode = (name: string): string | null => (Object.hasOwn(codes, name) ? (codes[name] ?? null) : null)
