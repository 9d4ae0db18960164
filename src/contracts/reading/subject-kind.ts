const kindsByWords: readonly (readonly [kind: string, words: RegExp])[] = [
  ['council clerk', /\bclerks?\b|surveyor/i],
  ['councillor advocate', /advocate/i],
  ['safer schools team', /safer schools|\bSSCT\b/i],
  ['council', /council/i],
  ['school', /school|college|academ|head ?teacher|safeguarding/i],
  ['watch scheme', /watch/i],
  ['neighbouring force', /\bforces?\b|constabulary|\bpolice\b/i],
  ['key individual', /key individual|\bKINs?\b/i],
  [
    'partnership',
    /partnership|partner|forum|panel|\bboard\b|coordination group|housing|prison|\bfire\b|agenc|stakeholder/i,
  ],
  ['business', /business|chamber|shop|trader|retail|licens|landlord|hotel|public(?:an|house)/i],
  ['charity', /charit|sector|food ?bank|trust\b/i],
  ['community group', /group|communit|association|club|mosque|church|faith|society|farm|carer/i],
]

/** A promise to everybody is owed to nobody in particular. */
const everybody = /^(?:the |our |local |wider )*(?:communit(?:y|ies)|public|residents?|people|staff|victims?)$/i

/** The kind of subject that a counterparty's name and the promise around it speak of; null where neither tells. */
export function subjectKindOf(label: string, text: string): string | null {
  if (everybody.test(label.trim())) return null
  const named = kindsByWords.find(([, words]) => words.test(label))
  if (named) return named[0]
  return /\b(?:neighbouring|adjoining|other) (?:police )?forces\b/i.test(text) && /^[A-Z]/.test(label)
    ? 'neighbouring force'
    : null
}
