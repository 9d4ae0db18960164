import type { Visit } from '#platform/http/visit.ts'
import { siteAddress } from '#platform/page.ts'
import type { Telling } from './answer-mail.ts'

/** Where the mails that a visit calls for lead. */
export const tellingOf = ({ site }: Visit, teamName: string): Telling => ({
  teamName,
  site: siteAddress(site),
})
