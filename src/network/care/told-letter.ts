import { inWords } from '#platform/day.ts'
import type { KeyIndividual } from '../key-individual.ts'

/** What tells somebody that their details are held, why, for how long, and what they can do about it (UK GDPR article 14). */
export const toldLetter = (person: KeyIndividual, teamName: string, forceName: string): string =>
  `Dear ${person.name},

${teamName} neighbourhood policing team keeps in touch with people who speak for ${person.speaksFor}, and you are one of them.

We hold your name, how to reach you, which posts you hold, and notes of what passed between us. We hold it for this purpose: ${person.purpose}. The lawful basis is ${person.lawfulBasis}. We share it with nobody outside ${forceName}, and it is never joined with records of crime.

We look at it again by ${inWords(person.reviewOn)}, and erase what is not needed.

You can ask us at any time for a link by which you see all of it, correct it, agree how often you hear from us, object, leave, or have it erased. You can also complain to the Information Commissioner's Office at ico.org.uk.

${teamName} neighbourhood policing team, ${forceName}
`
