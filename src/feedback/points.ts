/** The five answers of each scale, the best first. */
export const points = ['5', '4', '3', '2', '1'] as const

/** The most that each question scores. */
export const mostPoints = 5

/** Each answer as people choose it; its words are in the catalogue of languages. */
export const pointsInWords = {
  '5': 'Very much',
  '4': 'Yes',
  '3': 'Partly',
  '2': 'Not really',
  '1': 'Not at all',
} as const satisfies Readonly<Record<(typeof points)[number], string>>

/** Under so many answers the public reads no figure, and the desk is told that they are few. */
export const fewest = 5

/** The mean to a tenth, or null of nothing. */
export const meanOf = (given: readonly number[]): number | null =>
  given.length === 0 ? null : Math.round((10 * given.reduce((sum, one) => sum + one, 0)) / given.length) / 10
