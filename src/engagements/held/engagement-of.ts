/** The id of the engagement that a row of evidence came from, or null. */
export function engagementOf(source: string): string | null {
  return /^engagement\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(source)?.[1] ?? null
}
