import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { typed } from '#platform/form.ts'
import { redirect, type Answer } from '#platform/http/answers.ts'
import { everyone, get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { forceDeskOf } from '../facts/page-desk.ts'
import { auditPage } from './audit.page.ts'
import { lastAudit } from './audit.ts'
import { auditRecorded } from './audits.sql.ts'
import { recordAudit, sourceOf } from './record-audit.ts'
import { statementPage } from './statement.page.ts'

const desk = '/desk/:force/accessibility'
const keep = may('keep what the force says')

/** The accessibility statement, and where a force records the audit that it rests on (S10). */
export const accessibilityRoutes: readonly Route[] = [
  get('/accessibility', everyone, ({ site }) => statementPage(site, lastAudit), { translated: true }),
  get(desk, keep, showAudit),
  post(desk, keep, takeAudit),
]

async function showAudit(visit: Visit): Promise<Answer> {
  const { force } = await forceDeskOf(visit)
  const recorded = await auditRecorded(visit.db, force.id, sourceOf(lastAudit))
  const saved = typed(visit.query, 'saved') !== ''
  return auditPage({ site: visit.site, force, audit: lastAudit, recorded, saved })
}

async function takeAudit(visit: Visit): Promise<Answer> {
  const { force, keeper } = await forceDeskOf(visit)
  await transaction(visit.db, (sql) => recordAudit(sql, lastAudit, keeper))
  return redirect(`/desk/${force.id}/accessibility?saved=yes`)
}
