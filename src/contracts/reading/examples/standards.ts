import type { StandardToMatch } from '../match-standard.ts'

const listed = (letter: string, titles: readonly string[]): StandardToMatch[] =>
  titles.map((title, n) => ({ id: `${letter}-${n + 1}`, title, keyElements: [] }))

/** The titles of Dorset's ten standards. */
export const dorset = listed('D', [
  'Build and deliver connectivity plans',
  'Face to face engagements with members of the community',
  'Build and maintain accessible positive relationships with key community leaders and organisations',
  'Increase the use of social media platforms',
  'Communicating outcomes against priorities on a regular and timely basis',
  'Promote and support the use of the Dorset Alert system',
  'Have a website for the local policing area',
  'Local councillors recognised as key community leaders',
  'Regular engagement with the Safer Schools and Communities Team',
  'Utilise Neighbourhood Engagement Officers',
])

/** The titles of Devon and Cornwall's ten standards. */
export const devonAndCornwall = listed('C', [
  'Build and deliver a connectivity plan',
  'Face to face engagements with members of the community',
  'Accessible and positive relationships with key community leaders and organisations',
  'Increase the use of social media platforms',
  'Publication to inform members of the community',
  'Promote and support the Neighbourhood Alert system',
  'Website for the local policing area',
  'Supportive and progressive link to councillor advocate representative',
  'Contact with the school safeguarding officer',
  'Utilise local policing volunteer',
])
