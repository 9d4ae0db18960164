import { postcodeRoutes } from '#areas/postcodes/postcodes.routes.ts'
import { followUpRoutes } from '#assessments/follow-up/follow-up.routes.ts'
import { recommendationRoutes } from '#assessments/recommendations/recommendations.routes.ts'
import { closedByConflict } from '#assessments/rounds/closed-by-conflict.ts'
import { roundDayRoutes } from '#assessments/rounds/round-days.routes.ts'
import { roundRoutes } from '#assessments/rounds/rounds.routes.ts'
import { scoringRoutes } from '#assessments/scoring/scoring.routes.ts'
import { panelLinkRoutes } from '#community-panels/members/panel-link.routes.ts'
import { reachRoutes } from '#community-panels/reach/reach.routes.ts'
import { sittingRoutes } from '#community-panels/sittings/sitting.routes.ts'
import { sittingsRoutes } from '#community-panels/sittings/sittings.routes.ts'
import { paperRoutes } from '#community-panels/votes/paper.routes.ts'
import { contractYearRoutes } from '#contract-year/contract-year.routes.ts'
import { contractRoutes } from '#contracts/contracts.routes.ts'
import { crimeRoutes } from '#crime/crime.routes.ts'
import { boundaryRoutes } from '#crime/load-boundaries.routes.ts'
import { documentRoutes } from '#documents/documents.routes.ts'
import { closeOutRoutes } from '#engagements/held/close-out.routes.ts'
import { engagementRoutes } from '#engagements/held/engagements.routes.ts'
import { heardRoutes } from '#engagements/held/heard.routes.ts'
import { notedRoutes } from '#engagements/held/noted.routes.ts'
import { posterRoutes } from '#engagements/planned/advertising/poster.routes.ts'
import { plannedEngagementRoutes } from '#engagements/planned/planned-engagements.routes.ts'
import { evidenceImportRoutes } from '#evidence-import/evidence-import.routes.ts'
import { feedbackRoutes } from '#feedback/feedback.routes.ts'
import { fieldRoutes } from '#field/field.routes.ts'
import { followerRoutes } from '#followers/followers.routes.ts'
import { frameworkRoutes } from '#frameworks/frameworks.routes.ts'
import { frameworkDeskRoutes } from '#frameworks/load-framework.routes.ts'
import { noteRoutes } from '#monitoring/notes/notes.routes.ts'
import { watchRoutes } from '#monitoring/watch/watch.routes.ts'
import { nationalApiRoutes } from '#national-api/national-api.routes.ts'
import { careRoutes } from '#network/care/care.routes.ts'
import { givenRecordRoutes } from '#network/care/given-record.routes.ts'
import { ownRecordRoutes } from '#network/care/own-record.routes.ts'
import { sensitiveRoutes } from '#network/care/sensitive.routes.ts'
import { contactRoutes } from '#network/contacts/contacts.routes.ts'
import { councilRoutes } from '#network/councils/councils.routes.ts'
import { partnerRoutes } from '#network/councils/partners.routes.ts'
import { surveyRoutes } from '#network/councils/surveys.routes.ts'
import { networkRoutes } from '#network/desk/network.routes.ts'
import { exchangeRoutes } from '#network/exchange/exchange.routes.ts'
import { introductionRoutes } from '#network/handover/introductions.routes.ts'
import { keyIndividualRoutes } from '#network/individuals/individuals.routes.ts'
import { meetingActionRoutes } from '#network/meetings/meeting-actions.routes.ts'
import { meetingRoutes } from '#network/meetings/meetings.routes.ts'
import { mergingRoutes } from '#network/merging/merging.routes.ts'
import { organisationRoutes } from '#network/organisations/organisations.routes.ts'
import { relationshipRoutes } from '#network/relationships/relationships.routes.ts'
import { networkReviewRoutes } from '#network/schemes/network-review.routes.ts'
import { schemeRoutes } from '#network/schemes/schemes.routes.ts'
import { schoolsRegisterRoutes } from '#network/schools/register.routes.ts'
import { schoolRoutes } from '#network/schools/schools.routes.ts'
import { schoolTermRoutes } from '#network/schools/terms.routes.ts'
import { volunteerRoutes } from '#network/volunteers/volunteers.routes.ts'
import { calendarImportRoutes } from '#niche/calendar.routes.ts'
import { nicheRoutes } from '#niche/niche.routes.ts'
import { apiRoutes } from '#open-data/api.routes.ts'
import { ogcRoutes } from '#open-data/ogc/ogc.routes.ts'
import { openDataRoutes } from '#open-data/open-data.routes.ts'
import { briefingRoutes } from '#oversight/briefings/briefing.routes.ts'
import { loggedContactRoutes } from '#oversight/contacts.routes.ts'
import { nextContractRoutes } from '#oversight/contract-year/next-contract.routes.ts'
import { handoverRoutes } from '#oversight/handover/handover.routes.ts'
import { neoRoutes } from '#oversight/neo/neo.routes.ts'
import { oversightRoutes } from '#oversight/oversight.routes.ts'
import { ownTaskRoutes } from '#oversight/volunteering/own-tasks.routes.ts'
import { signInRoutes } from '#people/sign-in.routes.ts'
import { teamPeopleRoutes } from '#people/team/team-people.routes.ts'
import { planRoutes } from '#plans/plans.routes.ts'
import type { Route } from '#platform/http/routes.ts'
import { outboxRoutes } from '#platform/mail/outbox.routes.ts'
import { priorityRoutes } from '#priorities/course/priorities.routes.ts'
import { publicRoutes } from '#public-site/public.routes.ts'
import { silenceRoutes } from '#silence/silence.routes.ts'
import { accessibilityRoutes } from '#web-pages/accessibility/accessibility.routes.ts'
import { dipCheckRoutes } from '#web-pages/dip-checks/dip-checks.routes.ts'
import { textRoutes } from '#web-pages/editing/texts.routes.ts'
import { publicPageRoutes } from '#web-pages/facts/public-page.routes.ts'
import { keeperRoutes } from '#web-pages/keepers/keeper.routes.ts'
import { appearanceRoutes } from '#web-pages/look/appearance.routes.ts'

type Settings = {
  readonly demonstration: boolean
  /** Somebody has said by which server mail goes out. */
  readonly sendsMail?: boolean
}

/** The only list of slices: every address the program answers, first the named ones, then those that begin with a force. */
export const routesOf = (settings: Settings): readonly Route[] => routesOfSlices(settings).map(closedByConflict)

const routesOfSlices = ({ demonstration, sendsMail = false }: Settings): readonly Route[] => [
  ...signInRoutes({ demonstration }),
  ...apiRoutes,
  ...ogcRoutes,
  ...openDataRoutes,
  ...nationalApiRoutes,
  ...frameworkRoutes,
  ...oversightRoutes,
  ...engagementRoutes,
  ...closeOutRoutes,
  ...heardRoutes,
  ...notedRoutes,
  ...plannedEngagementRoutes,
  ...posterRoutes,
  ...feedbackRoutes,
  ...priorityRoutes,
  ...networkRoutes,
  ...exchangeRoutes,
  ...mergingRoutes,
  ...keyIndividualRoutes,
  ...organisationRoutes,
  ...relationshipRoutes,
  ...contactRoutes,
  ...meetingRoutes,
  ...meetingActionRoutes,
  ...councilRoutes,
  ...partnerRoutes,
  ...surveyRoutes,
  ...briefingRoutes,
  ...careRoutes,
  ...sensitiveRoutes,
  ...givenRecordRoutes,
  ...ownRecordRoutes,
  ...loggedContactRoutes,
  ...introductionRoutes,
  ...networkReviewRoutes,
  ...schemeRoutes,
  ...volunteerRoutes,
  ...handoverRoutes,
  ...neoRoutes,
  ...ownTaskRoutes,
  ...teamPeopleRoutes,
  ...schoolRoutes,
  ...schoolsRegisterRoutes,
  ...schoolTermRoutes,
  ...evidenceImportRoutes,
  ...nicheRoutes,
  ...calendarImportRoutes,
  ...fieldRoutes,
  ...crimeRoutes,
  ...boundaryRoutes,
  ...postcodeRoutes,
  ...silenceRoutes,
  ...publicPageRoutes,
  ...textRoutes,
  ...keeperRoutes,
  ...dipCheckRoutes,
  ...appearanceRoutes,
  ...accessibilityRoutes,
  ...roundRoutes,
  ...scoringRoutes,
  ...recommendationRoutes,
  ...sittingsRoutes,
  ...sittingRoutes,
  ...paperRoutes,
  ...reachRoutes,
  ...panelLinkRoutes,
  ...followUpRoutes,
  ...roundDayRoutes,
  ...watchRoutes,
  ...noteRoutes,
  ...contractRoutes,
  ...planRoutes,
  ...contractYearRoutes,
  ...nextContractRoutes,
  ...frameworkDeskRoutes,
  ...outboxRoutes({ sendsMail }),
  ...followerRoutes({ sendsMail }),
  ...documentRoutes,
  ...publicRoutes,
]
