import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { saveSurvey } from '#network/councils/surveys.sql.ts'
import { openDatabase } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'

/** The address at which a councillor of West Dorset answers. */
export async function linkToCouncillorSurvey(url: string, databaseUrl: string): Promise<string> {
  const db = openDatabase(databaseUrl, { connections: 1 })
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  const expiresAt = new Date(Date.now() + 86_400_000)
  const survey = { id: randomUUID(), teamId: 'dorset/west-dorset', begunOn: day('2026-01-01'), expiresAt }
  await saveSurvey(db, survey, [hash], { at: new Date(), by: randomUUID() })
  await db.end()
  return `${url}/reply/${token}`
}
