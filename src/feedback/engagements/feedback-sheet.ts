import type { Force, Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { inWords, weekdayInWords } from '#platform/day.ts'
import type { Drawn } from '#platform/typst.ts'
import { qrDrawing } from '#platform/qr.ts'

type About = {
  readonly force: Force
  readonly team: Team
  readonly planned: PlannedEngagement
  /** That of the force's pages. */
  readonly colour: string
  /** Where people answer. */
  readonly address: string
}

/** A sheet to hang up where people leave: one large QR code that leads to the three questions. */
export const feedbackSheet = ({ force, team, planned, colour, address }: About): Drawn => ({
  title: 'How was it?',
  colour,
  force: force.name,
  team: `${team.name} neighbourhood policing team`,
  invitation: `${planned.title}, ${weekdayInWords(planned.heldOn)} ${inWords(planned.heldOn)}`,
  change: null,
  facts: [{ name: 'Three questions', words: 'No account, and we do not ask who you are.', large: false }],
  datesName: '',
  dates: [],
  qr: qrDrawing(address),
  qrWidth: 120,
  qrSaid: `QR code of ${address}`,
  scan: 'Scan to tell us.',
  address,
  shortAddress: '',
  emergency: 'This is not for reporting crime: call 999 or 101.',
})
