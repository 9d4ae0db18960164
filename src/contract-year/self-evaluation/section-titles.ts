import type { Section } from './self-evaluation.ts'

/** What the parts of a paragraph are called. */
export const sectionTitles: Readonly<Record<Section, string>> = {
  figures: 'How it stands',
  bestPractice: 'Best practice',
  shortfalls: 'Shortfalls',
}
